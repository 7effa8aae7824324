// Puts landmarks on the faces of every picture of a stack, such as the frames of a film, and writes one table:
// one row for each face with its box, where the head is turned to, and the points, in pixels;
// one row without a face for a picture that has none.
//
// Without a screen, from a checkout of FacesJ:
//   mvn -q exec:exec@macro -Dmacro=macros/08_Landmarks_Of_Stack.ijm -Darg="stack=[my film.tif] output=target/landmarks.csv"
// In Fiji: open this file in the script editor, replace getArgument() below by such a text, Run.
//
// stack=FILE        a stack that ImageJ opens (TIFF, AVI, GIF), or a folder with its pictures
// output=FILE.csv   the table
// Every other option of Find Landmarks... may be given as well, such as landmarks=ID average=true score=0.5.
// A value with spaces stands in [brackets].

var options = " " + getArgument() + " ";

// 1. What cannot be guessed must be given.
stack = take("stack");
output = take("output");
if (stack == "" || output == "")
	exit("08_Landmarks_Of_Stack.ijm needs stack=FILE and output=FILE.csv.");
if (!File.exists(stack))
	exit("There is no file or folder " + stack + ". Check its name.");

// 2. Open it: a folder as a virtual stack, one picture in memory at a time.
setBatchMode(true);
if (File.isDirectory(stack)) File.openSequence(stack, "virtual");
else open(stack);

// 3. The rest has the grammar of macro options, so the command reads it as it is,
//    and refuses a name it does not know.
run("Find Landmarks...", "slices=all overlay=false table=false csv=[" + output + "] " + String.trim(options));
print(nSlices + " pictures, " + output);

// Returns the value of key=value in the options, and takes it out.
function take(key) {
	start = indexOf(options, " " + key + "=");
	if (start < 0) return "";
	from = start + lengthOf(key) + 2;
	end = from;
	depth = 0; // brackets may be nested
	while (depth > 0 || substring(options, end, end + 1) != " ") {
		if (substring(options, end, end + 1) == "[") depth++;
		if (substring(options, end, end + 1) == "]") depth--;
		end++;
		if (end == lengthOf(options)) exit("The value of " + key + " begins with [ and has no ] at its end.");
	}
	value = substring(options, from, end);
	options = substring(options, 0, start) + substring(options, end);
	if (startsWith(value, "[")) value = substring(value, 1, lengthOf(value) - 1);
	return value;
}
