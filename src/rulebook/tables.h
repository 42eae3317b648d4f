// The words of tables of results: what a row, a section and a column are called. From rules/<language>/tables.yaml.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "rulebook/word_list.h"

namespace crosscheck {

struct TableExample {
  std::string title, text;
  std::vector<std::string> cells;  ///< "net; 3rd quarter; year before; -987000 USD"; empty in a `no`
  std::string where;
};

struct TableWords {
  std::map<std::string, std::string> items;    ///< folded phrase → what it measures
  std::map<std::string, std::string> periods;  ///< folded phrase → period
  std::set<std::string> amounts;               ///< items that are money
  std::map<std::string, bool> signs;           ///< folded word → is it a loss?
  WordList versus, notes, headline_marks;
  std::size_t longest = 0;  ///< words in the longest phrase; 0: the language has no such tables
  std::vector<TableExample> yes, no;
};

}  // namespace crosscheck
