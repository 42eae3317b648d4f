// The manual page, in the man macros of roff: crosscheck.1, one page, a subsection a command. "--fail-on" is written \-\-fail\-on, so
// that it can be searched for and copied, and a line that begins with a dot is kept from being a macro. `man` lays it out.
#include "cli/guide/guide.h"

namespace crosscheck {
namespace {

std::string roff(std::string_view text) {
  std::string out;
  if (text.starts_with('.') || text.starts_with('\'')) out += "\\&";
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '\'')
      out += "\\(aq";
    else if (c == '`')
      out += "\\(ga";
    else if (c == '^')
      out += "\\(ha";
    else if (c == '~')
      out += "\\(ti";
    else
      out += c;
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string term_of(const GuideOption& option) {
  if (option.positional) return italic(option.names.front()) + (option.repeats ? "..." : "");
  std::string out;
  for (const std::string& name : option.names) out += (out.empty() ? "" : ", ") + bold(name);
  return out + (option.value.empty() ? "" : " " + italic(option.value));
}

class Manual {
 public:
  explicit Manual(const GuideCommand& program) : program_(program) {}

  std::string write() {
    out_ = ".\\\" Written by `crosscheck help --man`.\n.TH CROSSCHECK 1 \"\" \"crosscheck " CROSSCHECK_VERSION
           "\" \"User Commands\"\n";
    section("NAME");
    out_ += "crosscheck \\- cross\\-check figures and dates between articles\n";
    section("SYNOPSIS");
    synopses(program_);
    section("DESCRIPTION");
    text(program_.words);
    paragraph(
        "Every figure and date is read with what it measures, of whom and when. Claims of different articles about one "
        "fact are "
        "compared as the intervals that their words allow: a rounded figure never contradicts the exact one. Every "
        "finding "
        "quotes its sources with file, line and column. The same input gives the same bytes, on any number of threads. "
        "It says "
        "that articles disagree, never which one is wrong.");
    section("OPTIONS OF EVERY COMMAND");
    options(program_);
    section("COMMANDS");
    for (const GuideCommand& command : program_.commands) this->command(command);
    statuses();
    environment();
    files();
    all_examples();
    section("SEE ALSO");
    text(
        "The guides that are installed beside the program, in share/doc/crosscheck: README.md, and gate.md for use in "
        "a pipeline.");
    paragraph("Settings of a terminal: https://no-color.org");
    return std::move(out_);
  }

 private:
  void section(const std::string& name) { out_ += ".SH \"" + name + "\"\n"; }
  void text(std::string_view words) { out_ += roff(words) + "\n"; }
  void paragraph(std::string_view words) {
    out_ += ".PP\n";
    text(words);
  }
  void item(const std::string& term, std::string_view words) {
    out_ += ".TP\n" + term + "\n";
    text(words);
  }

  void synopses(const GuideCommand& command) {
    if (!command.commands.empty()) {
      for (const GuideCommand& child : command.commands) synopses(child);
      return;
    }
    if (!out_.ends_with("SYNOPSIS\"\n")) out_ += ".br\n";
    const std::string whole = synopsis(command);
    out_ += bold(command.name) + roff(whole.substr(command.name.size())) + "\n";
  }

  void options(const GuideCommand& command) {
    for (const GuideOption& option : command.options) {
      std::string words = option.words;
      std::string choices;
      if (option.listed) {
        for (const std::string& choice : option.choices) choices += (choices.empty() ? ": " : ", ") + choice;
      }
      words += choices;
      if (!option.variable.empty()) words += "; the variable " + option.variable + " does the same";
      item(term_of(option), words + ".");
    }
  }

  void command(const GuideCommand& command) {
    out_ += ".SS \"" + roff(command.name) + "\"\n";
    std::string words = command.words;
    if (words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 'a' + 'A');
    text(words + (words.ends_with('?') ? "" : "."));
    options(command);
    for (const GuideCommand& child : command.commands) this->command(child);
  }

  void statuses() {
    section("EXIT STATUS");
    for (const auto& [status, words] : exit_statuses()) item(bold(std::to_string(status)), std::string(words) + ".");
  }

  void environment() {
    section("ENVIRONMENT");
    item(bold("CROSSCHECK_RULES"), "The rules folder, where --rules names none.");
    item(bold("NO_COLOR"), "Set and not empty: no colour, unless --color says otherwise.");
    item(bold("TERM"), "With dumb there is neither colour nor progress.");
  }

  void files() {
    section("FILES");
    item(italic(".crosscheck.yaml"),
         "Settings of a project, found in the folder of the first article or the nearest one above it.");
    item(italic("reviews.jsonl"),
         "What people decided about findings, a line a decision; named with --reviews. Inside a corpus it is no "
         "article.");
    item(italic("share/crosscheck/rules"), "The rules, beside the bin folder that the program lies in.");
  }

  void all_examples() {
    section("EXAMPLES");
    for (const GuideExample& example : examples()) {
      if (example.command.empty()) continue;
      out_ += ".PP\n" + bold(example.command) + ": " + roff(example.words) + "\n.RS 4\n.nf\n" + roff(example.line) +
              "\n.fi\n.RE\n";
    }
  }

  const GuideCommand& program_;
  std::string out_;
};

}  // namespace

std::string manual_page(const GuideCommand& program) { return Manual(program).write(); }

}  // namespace crosscheck
