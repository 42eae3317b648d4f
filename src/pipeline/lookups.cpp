// Each drawer is a table from a number to a byte string, so that a new article asks for what it needs and for no more:
//   term 0x8f… "pennzoil" → number 5120, in 143 articles; article 88 with weight 0.31, article 240 with 0.28 …
//   block 0x1c… "p|legal/settlement|texaco" → articles 301, 988, 1502
// Numbers that ascend are written as the way from one to the next. Rows are written in the order of their keys, for that is
// how they lie in the file.
#include "pipeline/lookups.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/bytes.h"
#include "pipeline/comments.h"

namespace crosscheck {
namespace {

enum Drawer : std::uint32_t { kCounts, kTerms, kOutlines, kClusters, kStories, kBlocks, kTitles, kWordPairs };

/// The rows of one drawer from any order into that of their keys.
template <class Value>
void write_sorted(std::uint32_t drawer, std::vector<std::pair<std::uint64_t, Value>>& rows, const LookupWriter& write,
                  const std::function<void(ByteWriter&, const Value&)>& put) {
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return static_cast<std::int64_t>(a.first) < static_cast<std::int64_t>(b.first);
  });
  for (const auto& [key, value] : rows) {
    ByteWriter out;
    put(out, value);
    write({drawer, key, out.all()});
  }
}

void put_numbers(ByteWriter& out, const std::vector<std::uint32_t>& numbers) {
  std::uint32_t before = 0;
  out.list(numbers, [&](std::uint32_t number) {
    out.number(number - before);
    before = number;
  });
}

void write_terms(const Outlines& outlines, const LookupWriter& write) {
  using Posting = std::pair<std::uint32_t, float>;
  std::vector<std::vector<Posting>> postings(outlines.terms.size());
  for (std::uint32_t i = 0; i < outlines.articles.size(); ++i) {
    for (const TermWeight& weight : outlines.articles[i].weights) postings[weight.term].emplace_back(i, weight.weight);
  }
  std::vector<std::pair<std::uint64_t, std::uint32_t>> rows;
  for (std::uint32_t number = 0; number < outlines.terms.size(); ++number)
    rows.emplace_back(outlines.terms[number], number);
  write_sorted<std::uint32_t>(kTerms, rows, write, [&](ByteWriter& out, std::uint32_t number) {
    out.number(number);
    out.number(outlines.spread[number]);
    std::uint32_t before = 0;
    out.list(postings[number], [&](const Posting& posting) {
      out.number(posting.first - before);
      out.real32(posting.second);
      before = posting.first;
    });
  });
}

void put(ByteWriter& out, const Outline& outline) {
  std::uint32_t before = 0;
  out.list(outline.words, [&](const TermCount& word) {
    out.number(word.term - std::exchange(before, word.term));
    out.number(std::uint64_t{word.count} * 2 + (word.name ? 1 : 0));
  });
  before = 0;
  out.list(outline.weights, [&](const TermWeight& weight) {
    out.number(weight.term - std::exchange(before, weight.term));
    out.real32(weight.weight);
  });
  out.number(outline.cluster);
  out.number(outline.story);
  out.number(outline.title_form);
  out.list(outline.renamed, [&](const auto& names) {
    out.bytes(names.first);
    out.bytes(names.second);
  });
}

Outline outline_from(ByteReader in) {
  Outline outline;
  std::uint32_t before = 0;
  outline.words = in.list<TermCount>([&] {
    TermCount word;
    word.term = before += in.small();
    const std::uint64_t count = in.number();
    word.count = static_cast<std::uint32_t>(count / 2);
    word.name = count % 2 == 1;
    return word;
  });
  before = 0;
  outline.weights = in.list<TermWeight>([&] {
    TermWeight weight;
    weight.term = before += in.small();
    weight.weight = in.real32();
    return weight;
  });
  outline.cluster = in.small();
  outline.story = in.small();
  outline.title_form = in.number();
  outline.renamed = in.list<std::pair<std::string, std::string>>([&] {
    std::string from(in.bytes());
    return std::pair(std::move(from), std::string(in.bytes()));
  });
  return outline;
}

/// Of a small collection those that count anything; of a large one all, which are read faster.
std::string bytes_of_counters(const std::vector<std::uint8_t>& counters) {
  const auto some = counters.size() - static_cast<std::size_t>(std::count(counters.begin(), counters.end(), 0));
  ByteWriter out;
  out.number(counters.size());
  out.flag(some > counters.size() / 8);
  if (some > counters.size() / 8) {
    out.bytes({reinterpret_cast<const char*>(counters.data()), counters.size()});
    return out.all();
  }
  std::size_t before = 0;
  for (std::size_t i = 0; i < counters.size(); ++i) {
    if (counters[i] == 0) continue;
    out.number(i - std::exchange(before, i));
    out.number(counters[i]);
  }
  return out.all();
}

std::vector<std::uint8_t> counters_from(ByteReader in) {
  std::vector<std::uint8_t> counters(in.small() & 0xffffffU);  // a damaged size does not ask for all memory
  if (in.flag()) {
    const std::string_view all = in.bytes();
    if (all.size() == counters.size()) std::copy(all.begin(), all.end(), counters.begin());
    return counters;
  }
  for (std::size_t at = 0; !in.done() && in.ok();) {
    at += in.small();
    if (at < counters.size()) counters[at] = static_cast<std::uint8_t>(in.number());
  }
  return counters;
}

/// Articles by a number of theirs.
template <class Numbers>
void write_members(std::uint32_t drawer, const Outlines& outlines, const LookupWriter& write, Numbers&& numbers_of) {
  std::map<std::uint64_t, std::vector<std::uint32_t>> members;
  for (std::uint32_t i = 0; i < outlines.articles.size(); ++i) {
    for (const std::uint64_t number : numbers_of(outlines.articles[i])) members[number].push_back(i);
  }
  std::vector<std::pair<std::uint64_t, std::vector<std::uint32_t>>> rows(members.begin(), members.end());
  write_sorted<std::vector<std::uint32_t>>(drawer, rows, write, put_numbers);
}

}  // namespace

void write_outlines(const Outlines& outlines, const LookupWriter& write) {
  std::uint32_t stories = 0;
  for (const Outline& outline : outlines.articles) stories = std::max(stories, outline.story + 1);
  ByteWriter counts;
  counts.number(outlines.articles.size());
  counts.number(outlines.terms.size());
  counts.number(stories);
  write({kCounts, 0, counts.all()});
  write_terms(outlines, write);
  for (std::size_t i = 0; i < outlines.articles.size(); ++i) {
    ByteWriter out;
    put(out, outlines.articles[i]);
    write({kOutlines, i, out.all()});
  }
  using One = std::vector<std::uint64_t>;
  write_members(kClusters, outlines, write, [](const Outline& outline) { return One{outline.cluster}; });
  write_members(kStories, outlines, write, [](const Outline& outline) { return One{outline.story}; });
  write_members(kBlocks, outlines, write, [](const Outline& outline) { return outline.blocks; });
  std::map<std::uint64_t, std::uint64_t> titles;
  for (const Outline& outline : outlines.articles) ++titles[outline.title_form];
  std::vector<std::pair<std::uint64_t, std::uint64_t>> rows(titles.begin(), titles.end());
  write_sorted<std::uint64_t>(kTitles, rows, write, [](ByteWriter& out, std::uint64_t count) { out.number(count); });
  write({kWordPairs, 0, bytes_of_counters(outlines.word_pairs)});
}

StoredCollection::StoredCollection(Store& store) : store_(store) {
  const std::string counts = lookup(kCounts, 0);
  ByteReader in(counts);
  articles_ = in.small();
  terms_ = in.small();
  stories_ = in.small();
}

std::string StoredCollection::lookup(std::uint32_t drawer, std::uint64_t key) {
  if (fault_) return "";
  auto value = store_.lookup(drawer, key);
  if (!value.ok()) fault_ = value.fault();
  return value.ok() && value.value() ? *std::move(value).value() : "";
}

std::vector<std::uint32_t> StoredCollection::numbers(std::uint32_t drawer, std::uint64_t key) {
  const std::string value = lookup(drawer, key);
  if (value.empty()) return {};
  ByteReader in(value);
  std::uint32_t before = 0;
  return in.list<std::uint32_t>([&] { return before += in.small(); });
}

Collection::Term StoredCollection::term(std::uint64_t word) {
  Term term;
  const std::string value = lookup(kTerms, word);
  if (value.empty()) return term;
  ByteReader in(value);
  term.number = in.small();
  term.spread = in.small();
  std::uint32_t before = 0;
  term.articles = in.list<std::pair<std::uint32_t, float>>([&] {
    before += in.small();
    return std::pair(before, in.real32());
  });
  return term;
}

const Outline& StoredCollection::outline(std::uint32_t article) {
  const auto [known, fresh] = outlines_.try_emplace(article);
  if (fresh) {
    const std::string value = lookup(kOutlines, article);
    if (!value.empty()) known->second = outline_from(ByteReader(value));
  }
  return known->second;
}

std::vector<std::uint32_t> StoredCollection::cluster(std::uint32_t number) { return numbers(kClusters, number); }
std::vector<std::uint32_t> StoredCollection::story(std::uint32_t number) { return numbers(kStories, number); }
std::vector<std::uint32_t> StoredCollection::block(std::uint64_t key) { return numbers(kBlocks, key); }

std::uint32_t StoredCollection::titles(std::uint64_t form) {
  const std::string value = lookup(kTitles, form);
  return value.empty() ? 0 : ByteReader(value).small();
}

std::vector<std::uint8_t> StoredCollection::word_pairs() {
  const std::string value = lookup(kWordPairs, 0);
  return counters_from(ByteReader(value));
}

const StoredArticle& StoredCollection::stored(std::uint32_t article) {
  const auto [known, fresh] = stored_.try_emplace(article);
  if (fresh && !fault_) {
    auto read = store_.article(article);
    if (read.ok()) {
      known->second = std::move(read).value();
      place_comments(known->second.article, known->second.document);
    } else {
      fault_ = read.fault();
    }
  }
  return known->second;
}

}  // namespace crosscheck
