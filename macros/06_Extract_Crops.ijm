// Cuts the faces out of every photo of a folder, and writes into the output folder
//   faces.csv            one row for each face, and one without a face for a photo that has none
//   <photo>_face-1.png   one picture for each face, eyes and mouth always in the same places,
//                        in folders as the photos
//
// Without a screen, from a checkout of FacesJ:
//   mvn -q exec:exec@macro -Dmacro=macros/06_Extract_Crops.ijm -Darg="photos=[my photos] output=target/crops size=160"
// In Fiji: open this file in the script editor, replace getArgument() below by such a text, Run.
//
// photos=DIR    the folder
// output=DIR    the folder for the results; it is made if there is none
// align=arcface|sphereface|facenet|square|none   optional; how the face lies in its picture
// size=112      optional; pixels of the picture's height
// detector=ID   optional; a detector of Plugins > FacesJ > Models...
// score=0.5     optional; faces with a lower score are left out
// A value with spaces stands in [brackets].

var left = " " + getArgument() + " "; // what has not been read yet

// 1. Read the options, and refuse what would otherwise be ignored.
photos = take("photos", "");
output = take("output", "");
cut = "" + option("align") + option("size"); // "" because a macro takes what begins with a function for a number
search = "" + option("detector") + option("score");
if (photos == "" || output == "")
	exit("06_Extract_Crops.ijm needs photos=DIR and output=DIR.");
if (String.trim(left) != "")
	exit("06_Extract_Crops.ijm does not know \"" + String.trim(left) + "\". It knows photos, output, align, size, detector and score.");
search = replace(search, " detector=", " model="); // as all commands that detect call it

// 2. Look at all photos once. What cannot be read becomes a row with a problem, and the rest goes on.
setBatchMode(true);
table = output + File.separator + "faces.csv";
run("Detect in Folder...", "input=[" + photos + "] output=[" + table + "]" + search);

// 3. Open each photo with a face (and each page of a TIFF with several), cut, save.
rows = split(File.openAsString(table), "\n");
made = 0;
for (i = 1; i < rows.length; i++) {
	photo = cell(rows[i], 0);
	page = cell(rows[i], 1);
	face = cell(rows[i], 2);
	if (face != "1") continue; // not the first face of a photo, or none at all
	run("Open Photo...", "path=[" + photos + File.separator + photo + "] page=" + page);
	opened = getImageID();
	run("Extract Faces...", "slices=current" + cut + search);
	name = output + File.separator + photo;
	makeFolder(File.getParent(name));
	if (page != "1") name += "_page-" + page;
	for (n = 1; n <= nSlices; n++) {
		setSlice(n);
		run("Duplicate...", "title=crop");
		saveAs("PNG", name + "_face-" + n + ".png");
		close();
		made++;
	}
	close();
	selectImage(opened);
	close();
}
print(made + " faces in " + output);

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

// Returns " key=[value]" if the option was given, else nothing.
function option(key) {
	value = take(key, "");
	if (value == "") return "";
	return " " + key + "=[" + value + "]";
}

// Returns a cell of a CSV line; the first is number 0.
function cell(line, number) {
	text = "";
	quoted = false;
	for (c = 0; c < lengthOf(line); c++) {
		letter = substring(line, c, c + 1);
		if (letter == "\"") quoted = !quoted;
		else if (letter == "," && !quoted) {
			if (number == 0) return text;
			number--;
			text = "";
		} else text += letter;
	}
	return text;
}

// Makes a folder and those above it.
function makeFolder(path) {
	if (File.isDirectory(path)) return;
	parent = File.getParent(path);
	if (parent != "null") makeFolder(parent);
	File.makeDirectory(path);
	if (!File.isDirectory(path)) exit("The folder " + path + " could not be made.");
}
