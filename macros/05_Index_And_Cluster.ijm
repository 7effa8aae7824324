// Puts the faces of a photo folder into an archive, groups them by person, and writes one table of all.
// Run again, it looks at new and changed photos only, and clusters and names that are there stay.
//
// Without a screen, from a checkout of FacesJ:
//   mvn -q exec:exec@macro -Dmacro=macros/05_Index_And_Cluster.ijm -Darg="photos=sample-images/portraits archive=target/portraits.facesj output=target/clusters"
// In Fiji: open this file in the script editor, replace getArgument() below by such a text, Run.
//
// photos=DIR         the folder with the photos, which are only read
// archive=FILE       the archive, made where there is none
// output=DIR         where faces.csv goes: photo, face, x, y, width, height, score, quality, cluster, person;
//                    cluster is empty for a face that is alone, person for one without a name
// detector=ID        a detector of the Models... window; without, facesj-detector
// embedder=ID        an embedder; without, facesj-embedder
// method=ID          how faces are grouped, as in Cluster Archive...; without, default
// A value with spaces stands in [brackets].

var left = " " + getArgument() + " "; // what has not been read yet

// 1. Read the options.
photos = take("photos", "");
archive = take("archive", "");
output = take("output", "");
detector = take("detector", "facesj-detector");
embedder = take("embedder", "facesj-embedder");
method = take("method", "default");
if (photos == "" || archive == "" || output == "")
	exit("05_Index_And_Cluster.ijm needs photos=DIR, archive=FILE and output=DIR.");
if (String.trim(left) != "")
	exit("05_Index_And_Cluster.ijm does not know \"" + String.trim(left) + "\". It knows photos, archive, output, detector, embedder and method.");

// 2. Only new and changed photos are looked at.
run("Index Folder...", "input=[" + photos + "] archive=[" + archive + "] own=[" + detector + "] ownembedder=[" + embedder + "]");

// 3. New faces are added to the clusters that are there.
run("Cluster Archive...", "archive=[" + archive + "] method=[" + method + "]");

// 4. The table; people.csv beside it counts the faces of each person on each photo.
run("Export People...", "archive=[" + archive + "] input=[" + photos + "] output=[" + output + "]");

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
