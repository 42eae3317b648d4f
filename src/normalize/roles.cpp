// A silent role is looked for where its frame says: `subject`, the first name of the sentence that fills no
// other role, else that of the sentences before it in the paragraph, else the article's topic; `topic`, the
// article's most frequent name. A role found so is marked: `pronoun` or `context`, and later rooms trust it less.
//   "Acme completed a recapitalization, granting Globex a 27% stake in its arm": its → Acme, for Globex
//   already holds the stake.
// Names that are part of one another ("Acme", "Acme Cloud") never fill two roles of one claim. No gender,
// number or syntax is used beyond that.
#include "normalize/roles.h"

#include <algorithm>
#include <unordered_map>

namespace crosscheck {
namespace {

class RoleResolver {
 public:
  RoleResolver(const Rulebook& rulebook, const Lexicon& lexicon, Article& article)
      : rulebook_(rulebook), lexicon_(lexicon), article_(article) {
    by_sentence_.resize(article.sentences.size());
    for (const Mention& mention : article.mentions) {
      if (mention.kind == MentionKind::entity) by_sentence_[mention.sentence].push_back(&mention);
    }
    for (std::uint32_t i = 0; i < article.entities.size(); ++i) ranked_.push_back(i);
    std::stable_sort(ranked_.begin(), ranked_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return article.entities[a].count > article.entities[b].count;
    });
  }

  void run() {
    for (Claim& claim : article_.claims) {
      const Frame* frame = rulebook_.frame_named(claim.rule);
      if (frame != nullptr)
        resolve(*frame, claim);
      else if (claim.rule == "generic" && claim.role("about") == nullptr)
        about_topic(claim);
    }
  }

 private:
  void resolve(const Frame& frame, Claim& claim) {
    for (Role& role : claim.roles) {
      if (role.basis != RoleBasis::pronoun || !role.key.empty()) continue;
      if (!phrase_role(role)) continue;
      const Entity* entity = antecedent(claim, role.value.rfind("the ", 0) == 0);
      if (entity == nullptr) continue;
      role.value = entity->name;
      role.key = entity->key;
      claim.confidence *= 0.95;
    }
    std::erase_if(claim.roles, [](const Role& role) { return role.entity && role.key.empty(); });
    for (const RoleSpec& spec : frame.roles) {
      if (spec.context == RoleContext::none || claim.role(spec.name) != nullptr) continue;
      if (frame.symmetric && parties(claim) >= 2) break;
      const Entity* entity = spec.context == RoleContext::subject ? antecedent(claim) : topic(claim);
      if (entity == nullptr) continue;
      claim.roles.push_back({spec.name, entity->name, entity->key, true, RoleBasis::context});
      claim.confidence *= 0.88;
    }
    std::stable_sort(claim.roles.begin(), claim.roles.end(),
                     [&](const Role& a, const Role& b) { return place(frame, a) < place(frame, b); });
  }

  /// A generic claim that names nobody is about whom its paragraph, else its article, is about.
  void about_topic(Claim& claim) {
    if (const Entity* entity = antecedent(claim))
      claim.roles.push_back({"about", entity->name, entity->key, true, RoleBasis::context});
  }

  /// A captured phrase ("main patent") is kept as words; false then.
  static bool phrase_role(Role& role) {
    static constexpr std::string_view kPronouns[] = {"it", "its", "they", "their", "itself"};
    if (std::find(std::begin(kPronouns), std::end(kPronouns), role.value) != std::end(kPronouns)) return true;
    if (role.value.rfind("the ", 0) == 0) return true;
    role.entity = false;
    role.key = role.value;
    role.basis = RoleBasis::stated;
    return false;
  }

  static std::size_t parties(const Claim& claim) {
    return static_cast<std::size_t>(
        std::count_if(claim.roles.begin(), claim.roles.end(), [](const Role& role) { return role.entity; }));
  }

  static std::size_t place(const Frame& frame, const Role& role) {
    for (std::size_t i = 0; i < frame.roles.size(); ++i) {
      if (frame.roles[i].name == role.name) return i;
    }
    return frame.roles.size();
  }

  bool fits(const Claim& claim, const Entity& entity) const {
    if (entity.type == EntityType::place || (entity.type == EntityType::person && claim.rule != "generic"))
      return false;
    return std::none_of(claim.roles.begin(), claim.roles.end(), [&](const Role& role) {
      return role.entity && compare_names(role.key, entity.key) != NameMatch::none;
    });
  }

  /// The first name of the sentence that fits; in the claim's own sentence one that stands before the value,
  /// unless the value opens it.
  const Entity* first_fitting(const Claim& claim, std::uint32_t sentence, bool subjects_only) const {
    const bool opens = claim.place.span.begin < claim.quote.begin + 6;
    for (const Mention* mention : by_sentence_[sentence]) {
      if (sentence == claim.sentence && !opens && mention->span.begin > claim.place.span.begin) break;
      const Entity& entity = article_.entities[mention->entity];
      if (fits(claim, entity) && (!subjects_only || !governed(*mention))) return &entity;
    }
    return nullptr;
  }

  /// Behind a preposition: "a spin-out of the Fenway Institute" has it as no subject.
  bool governed(const Mention& mention) const {
    std::uint32_t at = mention.first_token;
    for (int back = 0; back < 2 && at > article_.sentences[mention.sentence].first_token; ++back) {
      const std::string& word = article_.tokens[--at].folded;
      if (lexicon_.in_list("prepositions", word)) return true;
      if (word != "the" && word != "a" && word != "its") return false;
    }
    return false;
  }

  /// `definite`: "the company", which a name behind a preposition in the same sentence cannot be.
  const Entity* antecedent(const Claim& claim, bool definite = false) const {
    for (std::uint32_t back = 0; back <= 3 && back <= claim.sentence; ++back) {
      const std::uint32_t sentence = claim.sentence - back;
      if (article_.sentences[sentence].paragraph != claim.paragraph) break;
      if (article_.sentences[sentence].kind == SentenceKind::list_item && back > 0) break;
      for (const bool subjects_only : {true, false}) {
        if (!subjects_only && back == 0 && definite) continue;
        if (const Entity* entity = first_fitting(claim, sentence, subjects_only)) return entity;
      }
    }
    return topic(claim);
  }

  const Entity* topic(const Claim& claim) const {
    for (const std::uint32_t index : ranked_) {
      if (fits(claim, article_.entities[index])) return &article_.entities[index];
    }
    return nullptr;
  }

  const Rulebook& rulebook_;
  const Lexicon& lexicon_;
  Article& article_;
  std::vector<std::vector<const Mention*>> by_sentence_;
  std::vector<std::uint32_t> ranked_;
};

std::size_t stated_roles(const Claim& claim) {
  return static_cast<std::size_t>(std::count_if(claim.roles.begin(), claim.roles.end(),
                                                [](const Role& role) { return role.basis == RoleBasis::stated; }));
}

/// Does `later` name a party that `model` does not have?
bool contradicts_stated_role(const Claim& later, const Claim& model) {
  return std::any_of(later.roles.begin(), later.roles.end(), [&](const Role& role) {
    return role.basis == RoleBasis::stated && role.entity &&
           std::none_of(model.roles.begin(), model.roles.end(),
                        [&](const Role& known) { return compare_names(known.key, role.key) != NameMatch::none; });
  });
}

}  // namespace

void resolve_roles(const Rulebook& rulebook, const Lexicon& lexicon, Article& article) {
  RoleResolver(rulebook, lexicon, article).run();
}

void share_roles_of_retold_figures(Article& article) {
  constexpr std::size_t kTellings = 16;  // of one figure, kept as models; more would make long texts quadratic
  std::unordered_map<std::string, std::vector<std::uint32_t>> tellings;
  const auto key_of = [](const Claim& claim) {
    return claim.rule + '|' + claim.quantity.value->to_string() + claim.quantity.unit;
  };
  const auto retold = [](const Claim& claim) {
    constexpr int kTelling = 3;  // digits: "two counts" and "14 points" may be anybody's
    return claim.rule != "generic" && claim.quantity.value && !claim.quantity.value->is_zero() &&
           (claim.kind == MentionKind::money || claim.quantity.value->significant_digits() >= kTelling);
  };
  for (std::uint32_t i = 0; i < article.claims.size(); ++i) {
    if (!retold(article.claims[i])) continue;
    auto& known = tellings[key_of(article.claims[i])];
    if (known.size() < kTellings) known.push_back(i);
  }
  for (Claim& later : article.claims) {
    if (!retold(later)) continue;
    const Claim* best = nullptr;
    for (const std::uint32_t index : tellings[key_of(later)]) {
      const Claim& other = article.claims[index];
      if (&other == &later || stated_roles(other) <= stated_roles(later) || contradicts_stated_role(later, other))
        continue;
      if (best == nullptr || stated_roles(*best) < stated_roles(other)) best = &other;
    }
    if (best == nullptr) continue;
    later.roles = best->roles;
    for (Role& role : later.roles) role.basis = std::max(role.basis, RoleBasis::pronoun);
    later.confidence = std::max(later.confidence, 0.85);
  }
}

}  // namespace crosscheck
