// .jsonl: a document a line. Rows are handed on one by one, so a file larger than memory is read as well:
//   {"id": "a7", "title": null, "text": "Shares rose 4%.", "published": "2025-11"}
// A bad row is skipped by file and line, and the rows after it are read. When a file breaks off in the middle, the
// rows before that stand.
#include <unordered_set>

#include "read/comments.h"
#include "read/format.h"
#include "read/row.h"

namespace crosscheck::read_room {
namespace {

class RowReader {
 public:
  RowReader(const Input& input, const ReadOptions& options, Builder& into)
      : input_(input), options_(options), into_(into) {}

  void take(std::string_view line, std::size_t number) {
    if (auto refusal = read(line, number)) skip(number, *std::move(refusal));
  }
  void skip(std::size_t number, Refusal refusal) {
    into_.skip(input_.path + ":" + std::to_string(number), std::move(refusal));
  }

 private:
  std::optional<Refusal> read(std::string_view line, std::size_t number) {
    Row row;
    if (auto refusal = parser_.parse(line, row)) return refusal;
    if (!row.given[kText]) return Refusal{"missing-text", R"(there is no "text"; give the article's words there)"};
    for (const std::string& value : row.values) {
      if (value.find('\0') != std::string::npos)
        return Refusal{"binary", "a NUL character says it is no text; remove the row"};
    }
    if (is_blank(row.values[kText]) && is_blank(row.values[kTitle])) {
      return Refusal{"empty", "there is no text in the row; remove it"};
    }
    return add(row, number);
  }

  std::optional<Refusal> add(Row& row, std::size_t number) {
    Document document;
    if (!row.values[kPublished].empty()) {
      const auto date = published_date(row.values[kPublished]);
      if (!date) return bad_published(row.values[kPublished], "");
      document.published = *date;
    }
    const std::string local_id = row.values[kId].empty() ? std::to_string(number) : row.values[kId];
    if (into_.wants_unique_ids() && !row.values[kId].empty() && !ids_.insert(local_id).second) {
      return Refusal{"duplicate-id", "the id \"" + local_id + "\" stands in an earlier row; give each row its own"};
    }
    document.path = input_.path + "#" + local_id;
    document.id = row.values[kId].empty() ? input_.id + "#" + local_id : local_id;
    document.text = std::move(row.values[kText]);
    document.title = std::move(row.values[kTitle]);
    document.source = std::move(row.values[kSource]);
    document.url = std::move(row.values[kUrl]);
    document.language = row.values[kLanguage].empty() ? options_.default_language : std::move(row.values[kLanguage]);
    document.body_begin = static_cast<std::uint32_t>(byte_order_mark_size(document.text));
    find_comments(document);
    into_.add(std::move(document));
    return std::nullopt;
  }

  const Input& input_;
  const ReadOptions& options_;
  Builder& into_;
  RowParser parser_;
  std::unordered_set<std::string> ids_;
};

/// Is it in another encoding, by its first bytes? Else steps over a byte order mark.
std::optional<Refusal> check_start(Source& source) {
  constexpr std::size_t kLongestMark = 4;
  const std::string_view start = source.peek(kLongestMark);
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) return why_not_text(start);
  source.drop(byte_order_mark_size(start));
  return std::nullopt;
}

}  // namespace

void read_jsonl(Input input, const ReadOptions& options, Builder& into) {
  if (auto refusal = check_start(input.source)) return into.skip(input.path, *std::move(refusal));
  const std::uint64_t limit_bytes = possible_limit(options.limit_bytes);
  RowReader rows(input, options, into);
  bool any = false;
  for (std::size_t number = 1; !into.done(); ++number) {
    std::string_view line;
    const Source::Line got = input.source.next_line(limit_bytes, line);
    if (got == Source::Line::end) break;
    if (got == Source::Line::unreadable) {
      const Fault fault = input.source.unreadable();
      return into.skip(input.path, {fault.code, fault.what});
    }
    if (got == Source::Line::too_long) {
      const Fault fault = too_large(limit_bytes);
      rows.skip(number, {fault.code, fault.what});
    } else if (!is_blank(line)) {
      rows.take(line, number);
    } else {
      continue;
    }
    any = true;
  }
  if (!any) into.skip(input.path, {"empty", "there is no row in it; remove it from the corpus"});
}

}  // namespace crosscheck::read_room
