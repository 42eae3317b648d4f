// Times one peer over the texts of a JSONL file, article by article, after a first article that is not counted. ROUNDS passes,
// or what fits into SECONDS. Prints the best pass: {bytes, seconds}.
//
// usage: node peer.cjs PEER FILE SECONDS ROUNDS
const fs = require("fs");

const english = "en-us";

function chrono() {
  const reader = require("chrono-node");
  return (text, published) => reader.parse(text, published);
}

function recognizers(names) {
  const suite = require("@microsoft/recognizers-text-suite");
  const readers = names.map((name) => suite[`recognize${name}`]);
  return (text, published) => {
    for (const [i, read] of readers.entries())
      if (names[i] === "DateTime") read(text, english, 0, published);
      else read(text, english);
  };
}

const numeric = ["Number", "Ordinal", "Percentage", "Currency", "Dimension", "Age", "Temperature"];
const peers = {
  "chrono-node": chrono,
  "recognizers-dates": () => recognizers(["DateTime"]),
  "recognizers-numbers": () => recognizers(numeric),
  "recognizers-all": () => recognizers([...numeric, "DateTime"]),
};

const [peer, file, seconds, rounds] = process.argv.slice(2);
const read = peers[peer]();
const documents = fs.readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const publishedOn = (document) => new Date(`${document.published || "2024-06-15"}T12:00:00Z`);
read(documents[0].text, publishedOn(documents[0]));

// The lesser of the clock's seconds and the processor's: other programs slow the one, helper threads add to the other.
function stopwatch() {
  const wall = process.hrtime.bigint(), cpu = process.cpuUsage();
  return () => {
    const used = process.cpuUsage(cpu);
    return Math.min(Number(process.hrtime.bigint() - wall) / 1e9, (used.user + used.system) / 1e6);
  };
}

const total = stopwatch();
const over = () => total() > Number(seconds);
let best = null;
for (let round = 0; round < Number(rounds) && !(best && over()); ++round) {
  const elapsed = stopwatch();
  let bytes = 0;
  for (const document of documents) {
    read(document.text, publishedOn(document));
    bytes += Buffer.byteLength(document.text);
    if (over()) break;
  }
  const pass = {bytes, seconds: elapsed()};
  if (!best || pass.bytes / pass.seconds > best.bytes / best.seconds) best = pass;
}
console.log(JSON.stringify(best));
