// --help: what a command is for, how it is called, its options by group, and lines to copy.
//   crosscheck index: build or bring up to date a store of claims
//
//   Usage: crosscheck index [OPTION]... --store FILE PATH...
// The program's own options stand below those of each command.
#include <algorithm>

#include "base/unicode.h"
#include "cli/guide/guide.h"

namespace crosscheck {
namespace {

constexpr std::size_t kMostColumn = 30, kGap = 2, kIndent = 2, kWidest = 100;

class Help {
 public:
  explicit Help(int width) : width_(std::min(kWidest, static_cast<std::size_t>(std::max(width, 40)))) {}

  void line(const std::string& text) { out_ += text + "\n"; }
  void blank() { out_ += "\n"; }
  /// Words from `column` on, wrapped; what stands before them is written already, `used` cells of it.
  void words(const std::string& text, std::size_t column, std::size_t used) {
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = std::min(text.find(' ', at), text.size());
      const std::string word = text.substr(at, end - at);
      at = end + 1;
      if (used > column && used + 1 + display_width(word) > width_) {
        out_ += "\n";
        used = 0;
      }
      if (used > column) {
        out_ += " ";
        ++used;
      }
      if (used < column) {
        out_ += std::string(column - used, ' ');
        used = column;
      }
      out_ += word;
      used += display_width(word);
    }
    out_ += "\n";
  }
  void row(const std::string& term, const std::string& text, std::size_t column) {
    out_ += std::string(kIndent, ' ') + term;
    std::size_t used = kIndent + display_width(term);
    if (used + kGap > column) {
      out_ += "\n";
      used = 0;
    }
    words(text, column, used);
  }
  std::string take() { return std::move(out_); }

 private:
  std::size_t width_;
  std::string out_;
};

using Row = std::pair<std::string, std::string>;

void table(Help& help, const std::string& title, const std::vector<Row>& rows) {
  if (rows.empty()) return;
  std::size_t widest = 0;
  for (const Row& row : rows) {
    if (const std::size_t width = display_width(row.first); width <= kMostColumn) widest = std::max(widest, width);
  }
  help.blank();
  if (!title.empty()) help.line(title + ":");
  for (const auto& [term, words] : rows) help.row(term, words, kIndent + widest + kGap);
}

std::string words_of(const GuideOption& option) {
  const std::string variable = option.variable.empty() ? "" : " (or " + option.variable + ")";
  std::string choices;
  if (option.listed) {
    for (const std::string& choice : option.choices) choices += (choices.empty() ? ": " : ", ") + choice;
  }
  return option.words + choices + variable;
}

/// The options in their groups, in the order in which these first come.
void options(Help& help, const GuideCommand& command, const std::string& own_group) {
  std::vector<Row> positionals;
  std::vector<std::string> groups;
  for (const GuideOption& option : command.options) {
    if (option.positional) positionals.emplace_back(option_words(option), words_of(option));
    if (std::find(groups.begin(), groups.end(), option.group) == groups.end()) groups.push_back(option.group);
  }
  table(help, "", positionals);
  for (const std::string& group : groups) {
    std::vector<Row> rows;
    for (const GuideOption& option : command.options) {
      const bool shown = option.group == group && !option.positional;
      const std::string lead = !shown || option.names.front().starts_with("--") ? "    " : "";
      if (shown) rows.emplace_back(lead + option_words(option), words_of(option));
    }
    table(help, own_group.empty() ? group : own_group, rows);
  }
}

void commands(Help& help, const GuideCommand& command) {
  std::vector<std::string> groups;
  for (const GuideCommand& child : command.commands) {
    if (std::find(groups.begin(), groups.end(), child.group) == groups.end()) groups.push_back(child.group);
  }
  for (const std::string& group : groups) {
    std::vector<Row> rows;
    for (const GuideCommand& child : command.commands) {
      if (child.group == group) rows.emplace_back(child.name.substr(command.name.size() + 1), child.words);
    }
    table(help, group, rows);
  }
}

}  // namespace

std::string help_text(const GuideCommand& program, const GuideCommand& command, int width) {
  Help help(width);
  const bool whole = &command == &program;
  help.words(whole ? command.words : command.name + ": " + command.words, 0, 0);
  help.blank();
  help.line("Usage: " + synopsis(command));
  commands(help, command);
  options(help, command, whole ? "Options of every command" : "");
  if (!whole) {
    GuideCommand common = program;
    std::erase_if(common.options, [](const GuideOption& option) { return option.names.back() == "--version"; });
    options(help, common, "Options of every command");
  }
  if (whole) {
    std::vector<Row> statuses;
    for (const auto& [status, words] : exit_statuses()) statuses.emplace_back(std::to_string(status), words);
    table(help, "Exit status", statuses);
  }
  const std::vector<GuideExample> shown = examples_of(command);
  if (!shown.empty()) {
    help.blank();
    help.line("Examples:");
    for (const GuideExample& example : shown) {
      help.words("# " + std::string(example.words), kIndent, 0);
      help.line(std::string(kIndent, ' ') + std::string(example.line));
    }
  }
  help.blank();
  help.line(whole ? "`crosscheck COMMAND --help` tells about a command, `man crosscheck` about all of them."
                  : "`crosscheck --help` lists the commands; `man crosscheck` has all of this.");
  return help.take();
}

}  // namespace crosscheck
