// Writes who is on which photo of an archive, after 05_Index_And_Cluster.ijm and Review Faces...:
//   people.csv          one row for each photo: how often each person is on it
//   faces.csv           one row for each face: where it is, and whose it is
//   people/<person>/    the person's faces as small pictures, and the photos if asked for
//   contact_sheet.tif   the best faces of the 200 largest, person by person; a slice for each page
//
// Without a screen, from a checkout of FacesJ:
//   mvn -q exec:exec@macro -Dmacro=macros/09_Export_People.ijm -Darg="archive=family.facesj photos=[my photos] output=people originals=copy"
// In Fiji: open this file in the script editor, replace getArgument() below by such a text, Run.
//
// archive=FILE                the archive, which is only read
// photos=DIR                  the folder of the photos, which are named relative to it
// output=DIR                  the folder for the results; it is made if there is none
// unnamed=true|false          optional; whether clusters without a name are written, too; without, true
// originals=none|copy|link    optional; what becomes of the photos of each person; without, none
// A value with spaces stands in [brackets].

var left = " " + getArgument() + " "; // what has not been read yet

// 1. Read the options, and refuse what would otherwise be ignored.
archive = take("archive", "");
photos = take("photos", "");
output = take("output", "");
unnamed = take("unnamed", "true");
originals = take("originals", "none");
if (archive == "" || photos == "" || output == "")
	exit("09_Export_People.ijm needs archive=FILE, photos=DIR and output=DIR.");
if (String.trim(left) != "")
	exit("09_Export_People.ijm does not know \"" + String.trim(left) + "\". It knows archive, photos, output, unnamed and originals.");

// 2. Tables and folders. Files of an earlier export are replaced.
run("Export People...", "archive=[" + archive + "] input=[" + photos + "] output=[" + output + "] crops=true photos=" + originals + " unnamed=" + unnamed);

// 3. All on one sheet, to see at a glance who is mixed up: a TIFF, because it may have several pages.
run("Contact Sheet...", "archive=[" + archive + "] unnamed=" + unnamed + " output=[" + output + File.separator + "contact_sheet.tif]");

// Returns the value of key=value in what is left, and takes it out.
function take(key, otherwise) {
	start = indexOf(left, " " + key + "=");
	if (start < 0) return otherwise;
	from = start + lengthOf(key) + 2;
	end = from;
	depth = 0; // brackets may be nested
	while (depth > 0 || substring(left, end, end + 1) != " ") {
		if (substring(left, end, end + 1) == "[") depth++;
		if (substring(left, end, end + 1) == "]") depth--;
		end++;
		if (end == lengthOf(left)) exit("The value of " + key + " begins with [ and has no ] at its end.");
	}
	value = substring(left, from, end);
	left = substring(left, 0, start) + substring(left, end);
	if (startsWith(value, "[")) value = substring(value, 1, lengthOf(value) - 1);
	return value;
}
