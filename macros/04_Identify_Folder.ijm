// Says of every face on the photos of a folder who it may be, and writes one table of all.
//
// Without a screen, from a checkout of FacesJ:
//   mvn -q exec:exec@macro -Dmacro=macros/04_Identify_Folder.ijm -Darg="gallery=sample-images/portraits input=sample-images/groups output=target/who.csv"
// In Fiji: open this file in the script editor, replace getArgument() below by such a text, Run.
//
// gallery=DIR       a folder with one folder for each person, or a file that Build Gallery... wrote
// input=DIR         the folder with the photos
// output=FILE.csv   the table: one row for each face, and one without a face for a photo that has none;
//                   name is the nearest person, or unknown; candidate1, distance1, ... are the nearest
// Every other option of Identify in Folder... may be given as well, such as model=ID embedder=ID threshold=0.7 best=5.
// A value with spaces stands in [brackets].

options = getArgument();

// 1. What cannot be guessed must be given.
if (indexOf(" " + options, " gallery=") < 0 || indexOf(" " + options, " input=") < 0 || indexOf(" " + options, " output=") < 0)
	exit("04_Identify_Folder.ijm needs gallery=DIR, input=DIR and output=FILE.csv.");

// 2. The argument has the grammar of macro options, so the command reads it as it is,
//    and refuses a name it does not know.
run("Identify in Folder...", options);
