// Covers the faces on all photos of a folder, so that nobody is known, and writes into the output folder
//   copies of the photos, in folders of the same names, without the camera's notes
//   anonymised.csv   one row for each photo: how many faces were covered, and why a person should look at the copy
// Run again, it does only what is new or has changed. The photos themselves are only read.
//
// Without a screen, from a checkout of FacesJ:
//   mvn -q exec:exec@macro -Dmacro=macros/07_Anonymise_Folder.ijm -Darg="photos=[my photos] output=[to show] how=ellipse"
// In Fiji: open this file in the script editor, replace getArgument() below by such a text, Run.
//
// photos=DIR    the folder with the photos
// output=DIR    the folder for the copies; it is made if there is none
// Every other option of Anonymise Folder... may be given as well, such as how=blur|pixelate|box|ellipse margin=0.8
// score=0.3, or, for all but two people, who=except people=[ada; bo] gallery=[my people.csv].
// A value with spaces stands in [brackets].

options = " " + getArgument() + " ";

// 1. What cannot be guessed must be given.
if (indexOf(options, " photos=") < 0 || indexOf(options, " output=") < 0)
	exit("07_Anonymise_Folder.ijm needs photos=DIR and output=DIR.");

// 2. The command calls the photos "input", as all commands that read a folder do.
options = replaceKey(options, "photos", "input");

// 3. The argument has the grammar of macro options, so the command reads it as it is,
//    and refuses a name it does not know. Its report says how many copies to look at.
run("Anonymise Folder...", String.trim(options));

// Writes another name for an option, but not inside of [brackets].
function replaceKey(text, key, name) {
	depth = 0;
	for (i = 0; i < lengthOf(text); i++) {
		c = substring(text, i, i + 1);
		if (c == "[") depth++;
		if (c == "]") depth--;
		if (depth == 0 && startsWith(substring(text, i), " " + key + "="))
			return substring(text, 0, i + 1) + name + substring(text, i + 1 + lengthOf(key));
	}
	return text;
}
