// The law of includes: which rooms there are and which way they may look. `#include "link/link.h"` in
// src/check/value.cpp is a breach, since check and link are both stages. It reads include lines only, so
// what arrives through another header goes unseen.
#include "house/rooms.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "house/house_rules.h"
#include "house/source_text.h"

namespace crosscheck::house {
namespace {

struct Room {
  std::string_view name;
  int rank;
};

constexpr std::array kRooms{
    Room{"base", 0},
    Room{"model", 1},
    Room{"rulebook", 2},
    // The eight stages in their order, what is decided about findings, and the store.
    Room{"read", 3},
    Room{"segment", 3},
    Room{"recognize", 3},
    Room{"claim", 3},
    Room{"normalize", 3},
    Room{"link", 3},
    Room{"check", 3},
    Room{"render", 3},
    Room{"review", 3},
    Room{"store", 3},
    Room{"pipeline", 4},
    Room{"serve", 5},
    Room{"cli", 6},
};

/// Nothing when a file of `room` may include `include`, else the remedy.
std::string include_fault(std::string_view room, const Include& include) {
  const std::string_view target = include.target;
  const std::string_view other = first_folder(target);
  if (include.quoted && (other.empty() || other.front() == '.')) {
    return "write the path from src/ (" + std::string(room) + "/...), or <> for a library";
  }
  const std::optional<int> own_rank = rank_of(room);
  const std::optional<int> other_rank = rank_of(other);
  if (!own_rank || !other_rank || other == room) return "";
  if (*other_rank > *own_rank) {
    return std::string(room) + " lies below " + std::string(other) +
           " and may not look up: move what both need down, to " + std::string(room) + " or lower";
  }
  if (*other_rank == *own_rank) {
    return std::string(room) + " and " + std::string(other) +
           " stand side by side and may not see each other: move what both need down, to rulebook, "
           "model or base";
  }
  if (other != "base" && target != door_of(other)) {
    return "only the door " + door_of(other) + " may be included from outside " + std::string(other) +
           "/: offer there what you need";
  }
  return "";
}

/// The first word in backticks, without a slash at its end.
std::string first_code_word(std::string_view cell) {
  const std::size_t open = cell.find('`');
  if (open == std::string_view::npos) return "";
  const std::size_t close = cell.find('`', open + 1);
  if (close == std::string_view::npos) return "";
  std::string word(cell.substr(open + 1, close - open - 1));
  if (word.ends_with('/')) word.pop_back();
  return word;
}

/// What stands between the first two bars of a table's row; nothing for any other line.
std::optional<std::string> first_cell(const std::string& line) {
  const std::size_t open = line.find_first_not_of(' ');
  if (open == std::string::npos || line[open] != '|') return std::nullopt;
  const std::size_t begin = open + 1;
  return line.substr(begin, std::min(line.find('|', begin), line.size()) - begin);
}

}  // namespace

std::string to_string(const Breach& breach) {
  return "src/" + breach.path + ":" + std::to_string(breach.line) + ": " + breach.message;
}

std::string_view first_folder(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::optional<int> rank_of(std::string_view room) {
  for (const Room& known : kRooms) {
    if (known.name == room) return known.rank;
  }
  return std::nullopt;
}

std::string door_of(std::string_view room) { return std::string(room) + "/" + std::string(room) + ".h"; }

bool is_door(std::string_view path) {
  const std::string_view room = first_folder(path);
  return path.ends_with(".h") && (room == "base" || path == door_of(room));
}

Breaches check_includes(std::string_view path, std::string_view text) {
  const std::string_view room = first_folder(path);
  if (!rank_of(room)) {
    return {{std::string(path), 1,
             "this file lies in no known room: move it into one, or add the room to "
             "tests/house/rooms.cpp and src/README.md"}};
  }
  Breaches breaches;
  for (const Include& include : includes_of(text)) {
    const std::string fault = include_fault(room, include);
    if (fault.empty()) continue;
    breaches.push_back({std::string(path), include.line, include.target + ": " + fault});
  }
  return breaches;
}

Breaches check_doors_exist(const std::set<std::string>& paths) {
  std::set<std::string_view> rooms;
  for (const std::string& path : paths) rooms.insert(first_folder(path));
  Breaches breaches;
  for (const std::string_view room : rooms) {
    if (room.empty() || room == "base" || room == "cli" || paths.contains(door_of(room))) continue;
    breaches.push_back({std::string(room), 1, "the room has no door: add src/" + door_of(room)});
  }
  return breaches;
}

Breaches check_room_table(std::string_view readme, const std::set<std::string>& folders) {
  Breaches breaches;
  std::set<std::string> named;
  bool in_table = false;
  bool in_room_table = false;
  int line_number = 0;
  for (const std::string& line : lines_of(readme)) {
    ++line_number;
    const std::optional<std::string> cell = first_cell(line);
    if (cell && !in_table) in_room_table = has_word(*cell, "room") || has_word(*cell, "Room");
    in_table = cell.has_value();
    if (!in_table || !in_room_table) continue;
    const std::string room = first_code_word(*cell);
    if (room.empty()) continue;
    named.insert(room);
    if (!folders.contains(room)) {
      breaches.push_back({"README.md", line_number,
                          "the room table names `" + room + "`, but src/ has no such folder: take the row out"});
    }
  }
  for (const std::string& folder : folders) {
    if (named.contains(folder)) continue;
    breaches.push_back(
        {"README.md", 1, "no row of the room table (the one headed \"room\") names `" + folder + "/`: add one"});
  }
  return breaches;
}

}  // namespace crosscheck::house
