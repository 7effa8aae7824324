// Compares pairs of photos, and writes into the output folder
//   scores.csv    one row for each pair: a, b, same, distance, problem. Until all are compared, the rows so far are
//                 in scores.csv.unfinished; a run that was stopped goes on from there
//   summary.csv   one row of figures: AUC, EER, accuracy, true match rates, best threshold, protocol. A pair that could
//                 not be compared is a wrong answer in accuracy and left out of accuracy_compared
//   roc.png       the curve; det.png shows the errors
//
// Without a screen, from a checkout of FacesJ:
//   mvn -q exec:exec@macro -Dmacro=macros/03_Evaluate_Verification.ijm -Darg="photos=[my photos] pairs=pairs.csv output=target/pairs"
// In Fiji: open this file in the script editor, replace getArgument() below by such a text, Run.
//
// photos=DIR      the folder with the photos
// pairs=FILE      LFW's pairs.txt, a CSV with the columns a, b, same, or InsightFace's .bin
// output=DIR      the folder for the results; it is made if there is none
// detector=ID     optional; a detector of Plugins > FacesJ > Models...
// embedder=ID     optional; an embedding model of the same list
// mirror=none|sum|concat   optional; what becomes of the mirrored face, else what the model's card says
// Every other option of Validation > Verification... may be given as well, such as calibrate=true.
// A value with spaces stands in [brackets].

options = " " + getArgument() + " ";

// 1. What cannot be guessed must be given.
if (indexOf(options, " photos=") < 0 || indexOf(options, " pairs=") < 0 || indexOf(options, " output=") < 0)
	exit("03_Evaluate_Verification.ijm needs photos=DIR, pairs=FILE and output=DIR.");

// 2. The command calls the detector "model", as all commands that detect do.
options = replaceKey(options, "detector", "model");

// 3. The argument has the grammar of macro options, so the command reads it as it is,
//    and refuses a name it does not know.
run("Verification...", String.trim(options));

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
