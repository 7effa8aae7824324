// Finds the faces of one photo, and writes into the output folder
//   <photo>_faces.csv   one row for each face: score, box and five points, in pixels
//   <photo>_faces.png   the photo with the boxes and points drawn in
//
// Without a screen, from a checkout of FacesJ:
//   mvn -q exec:exec@macro -Dmacro=macros/01_Detect_Faces.ijm -Darg="image=photo.jpg output=[my faces] score=0.5"
// In Fiji: open this file in the script editor, replace getArgument() below by such a text, Run.
//
// image=FILE    the photo
// output=DIR    the folder for the results; it is made if there is none
// model=ID      optional; a detector of Plugins > FacesJ > Models...
// score=0.5     optional; faces with a lower score are left out
// A value with spaces stands in [brackets].

var left = " " + getArgument() + " "; // what has not been read yet

// 1. Read the options, and refuse what would otherwise be ignored.
image = take("image", "");
output = take("output", "");
model = take("model", "");
score = take("score", "");
if (image == "" || output == "")
	exit("01_Detect_Faces.ijm needs image=FILE and output=DIR.");
if (String.trim(left) != "")
	exit("01_Detect_Faces.ijm does not know \"" + String.trim(left) + "\". It knows image, output, model and score.");
makeFolder(output);

// 2. Open the photo upright, whatever its EXIF orientation says. FacesJ reads more kinds of files than File > Open.
run("Open Photo...", "path=[" + image + "]");

// 3. Detect. What is not given keeps the default of the dialog.
//    The table is saved by FacesJ itself, with all digits; "Results" would round to three.
base = output + File.separator + File.getNameWithoutExtension(image) + "_faces";
options = "overlay=true table=true csv=[" + base + ".csv]";
if (model != "") options += " model=[" + model + "]";
if (score != "") options += " score=" + score;
run("Detect Faces...", options);

// 4. Save the photo with its overlay burnt in.
run("Flatten");
saveAs("PNG", base + ".png");
print(base + ".csv, " + base + ".png");

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

// Makes a folder and those above it.
function makeFolder(path) {
	if (File.isDirectory(path)) return;
	parent = File.getParent(path);
	if (parent != "null") makeFolder(parent);
	File.makeDirectory(path);
	if (!File.isDirectory(path)) exit("The folder " + path + " could not be made.");
}
