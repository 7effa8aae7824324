// Finds the faces of every photo of a folder, and writes one table of all.
//
// Without a screen, from a checkout of FacesJ:
//   mvn -q exec:exec@macro -Dmacro=macros/02_Detect_Folder.ijm -Darg="input=[my photos] output=faces.csv score=0.5"
// In Fiji: open this file in the script editor, replace getArgument() below by such a text, Run.
//
// input=DIR         the folder
// output=FILE.csv   the table: one row for each face, and one without a face for a photo that has none
// model=ID          optional; a detector of Plugins > FacesJ > Models...
// score=0.5         optional; faces with a lower score are left out
// Every other option of Detect in Folder... may be given as well. A value with spaces stands in [brackets].

options = getArgument();

// 1. What cannot be guessed must be given.
if (indexOf(" " + options, " input=") < 0 || indexOf(" " + options, " output=") < 0)
	exit("02_Detect_Folder.ijm needs input=DIR and output=FILE.csv.");

// 2. The argument has the grammar of macro options, so the command reads it as it is,
//    and refuses a name it does not know.
run("Detect in Folder...", options);
