// The words of the page, in English and in French. What the dataset names stays as it is named there.

/** @typedef {"en" | "fr"} Language */

/** @type {Record<string, [string, string]>} */
const WORDS = {
  // the page
  skip: ["Skip to the results", "Aller aux résultats"],
  version: ["version", "version"],
  opening: ["Opening the dataset…", "Ouverture du jeu de données…"],
  failed: [
    "Part of the dataset could not be opened: {0}. The page and the folder beside it belong together; copy both again.",
    "Une partie du jeu de données n’a pas pu être ouverte : {0}. La page et le dossier voisin vont ensemble ; recopiez les deux.",
  ],
  noSuchArticle: ["There is no article “{0}” in this dataset.", "Il n’y a pas d’article « {0} » dans ce jeu de données."],
  other: ["Français", "English"],
  views: ["Views", "Vues"],
  find: ["Articles", "Articles"],
  read: ["Read", "Lire"],
  concordance: ["Concordance", "Concordance"],
  see: ["Overview", "Ensemble"],
  take: ["Take away", "Emporter"],
  search: ["Search", "Chercher"],
  searchFor: ["Search titles and texts", "Chercher dans les titres et les textes"],
  searchHint: [
    "Beginnings of words; \"a phrase\"; -without. Accents and capitals make no difference.",
    "Débuts de mots ; \"une expression\" ; -sans. Accents et majuscules n’importent pas.",
  ],
  within: ["only within quotations", "seulement dans les citations"],
  searching: ["Reading the texts: {0} %", "Lecture des textes : {0} %"],
  filters: ["Narrow", "Restreindre"],
  showFilters: ["Narrow the selection", "Restreindre la sélection"],
  chosen: ["Chosen", "Choisi"],
  remove: ["Remove: {0}", "Retirer : {0}"],
  clear: ["Clear everything", "Tout effacer"],
  selected: ["{0}, {1}, {2}", "{0}, {1}, {2}"],
  nothing: ["Nothing fits. Take away a condition.", "Rien ne correspond. Retirez une condition."],
  from: ["from", "du"],
  to: ["to", "au"],
  moreValues: ["Show all {0}", "Tout montrer ({0})"],
  fewerValues: ["Show fewer", "En montrer moins"],
  lookFor: ["look for…", "trouver…"],
  filterValues: ["Find in: {0}", "Trouver dans : {0}"],
  sort: ["Order", "Ordre"],
  previous: ["Previous", "Précédent"],
  next: ["Next", "Suivant"],
  pageOf: ["Page {0} of {1}", "Page {0} sur {1}"],
  noDate: ["no date", "sans date"],
  noValue: ["none", "aucun"],
  noTitle: ["Without a title", "Sans titre"],
  // sorts
  newest: ["newest first", "les plus récents d’abord"],
  oldest: ["oldest first", "les plus anciens d’abord"],
  mostQuotes: ["most quotations first", "le plus de citations d’abord"],
  byOutlet: ["by outlet", "par média"],
  // facets, the dataset's own fields
  "facet.outlet": ["Outlet", "Média"],
  "facet.year": ["Year", "Année"],
  "facet.date": ["Date", "Date"],
  "facet.country": ["Country", "Pays"],
  "facet.language": ["Language", "Langue"],
  "facet.genre": ["Genre", "Genre"],
  "facet.speaker": ["Speaker", "Qui parle"],
  "facet.type": ["Type of quotation", "Type de citation"],
  "facet.cue": ["Cue", "Mot introducteur"],
  "facet.status": ["Quotation: gold or candidate", "Citation : or ou candidate"],
  "facet.target": ["Target of the stance", "Cible de la prise de position"],
  "facet.stance": ["Stance", "Prise de position"],
  "facet.holder": ["Holder of the stance", "Qui prend position"],
  "facet.endorsement": ["What the article does with it", "Ce qu’en fait l’article"],
  "facet.agreement": ["How the label was reached", "Comment l’étiquette fut fixée"],
  "facet.stance_status": ["Stance: gold or candidate", "Position : or ou candidate"],
  "facet.split": ["Split", "Partie (split)"],
  "facet.group": ["Near-duplicates", "Quasi-doublons"],
  "of.article": ["articles", "articles"],
  "of.quote": ["quotations", "citations"],
  "of.stance": ["stances", "prises de position"],
  aboutArticles: ["The article", "L’article"],
  aboutQuotes: ["Who says it, and how", "Qui le dit, et comment"],
  aboutStances: ["For or against whom", "Pour ou contre qui"],
  aboutData: ["Within the dataset", "Dans le jeu de données"],
  // values
  "value.~voice": ["the article’s own voice", "la voix de l’article"],
  "value.~others": ["others, without an actor", "d’autres, sans acteur"],
  "value.~none": ["none", "aucun"],
  "value.~": ["nobody named", "personne de nommé"],
  "type.direct": ["direct", "directe"],
  "type.mixed": ["mixed", "mixte"],
  "type.indirect": ["indirect", "indirecte"],
  "status.gold": ["gold", "or"],
  "status.candidate": ["candidate", "candidate"],
  "status.rejected": ["rejected", "refusée"],
  "stance.favor": ["for", "pour"],
  "stance.against": ["against", "contre"],
  "stance.neutral": ["neutral", "neutre"],
  "stance.mixed": ["mixed", "partagée"],
  "stance.unclear": ["unclear", "pas claire"],
  "endorsement.endorsed": ["makes it its own", "la fait sienne"],
  "endorsement.distanced": ["keeps its distance", "s’en distancie"],
  "endorsement.neutral_report": ["only reports it", "la rapporte seulement"],
  "endorsement.unclear": ["unclear", "pas clair"],
  "agreement.single": ["one reading", "une seule lecture"],
  "agreement.agreed": ["readings agree", "lectures d’accord"],
  "agreement.adjudicated": ["adjudicated", "tranchée"],
  "agreement.disputed": ["disputed", "en désaccord"],
  "decision.marked": ["marked", "marquée"],
  "decision.marked_differently": ["marked differently", "marquée autrement"],
  "decision.not_marked": ["not marked", "non marquée"],
  "speakerKind.named": ["named", "par son nom"],
  "speakerKind.nominal": ["by a description", "par une description"],
  "speakerKind.pronoun": ["by a pronoun", "par un pronom"],
  "speakerKind.document": ["a document", "un document"],
  "speakerKind.anonymous": ["anonymous", "anonyme"],
  "speakerKind.collective": ["a group", "un groupe"],
  "speakerKind.unexpressed": ["not expressed", "non exprimée"],
  "redistribution.full": ["the whole article", "l’article entier"],
  "redistribution.standoff": ["annotations without the text", "les annotations sans le texte"],
  "redistribution.metadata": ["the bibliographic record alone", "la notice seule"],
  "origin.published": ["published by an outlet", "publié par un média"],
  "origin.invented": ["invented by this project", "inventé par ce projet"],
  // reading
  back: ["Back to the articles", "Retour aux articles"],
  inSelection: ["{0} of {1} in the selection", "{0} sur {1} dans la sélection"],
  outsideSelection: ["outside the selection", "hors de la sélection"],
  noText: [
    "The text of this article is not in this dataset: annotations are given by their offsets, in code points.",
    "Le texte de cet article n’est pas dans ce jeu de données : les annotations sont données par leurs positions, en points de code.",
  ],
  readThere: ["Read it where it was published", "Le lire là où il a été publié"],
  archived: ["archived copy", "copie archivée"],
  marks: ["Shown in the text", "Montré dans le texte"],
  showQuotes: ["quotations", "citations"],
  showSpeakers: ["cues and speakers", "mots introducteurs et locuteurs"],
  showEvidence: ["evidence of stances", "indices des prises de position"],
  quotation: ["Quotation {0}", "Citation {0}"],
  continues: ["continued", "suite"],
  endOf: ["end of quotation {0}", "fin de la citation {0}"],
  cueOf: ["cue of quotation {0}", "introduit la citation {0}"],
  speakerOf: ["speaker of quotation {0}", "locuteur de la citation {0}"],
  evidenceOf: ["evidence: {0} {1}", "indice : {0} {1}"],
  insideOf: ["inside quotation {0}", "dans la citation {0}"],
  saysNobody: ["nobody named", "personne de nommé"],
  voiceStances: ["In the article’s own voice", "De la voix même de l’article"],
  cue: ["cue", "mot introducteur"],
  speaker: ["speaker", "qui parle"],
  reported: ["reported by", "rapporté par"],
  intensity: ["intensity", "intensité"],
  judgement: ["One judgement", "Un jugement"],
  judgements: ["{0} judgements side by side", "{0} jugements côte à côte"],
  published: ["published label", "étiquette publiée"],
  annotator: ["annotator", "annotateur"],
  label: ["label", "étiquette"],
  confidence: ["confidence", "certitude"],
  guideline: ["guideline", "guide"],
  reason: ["reason", "raison"],
  decision: ["decision", "décision"],
  adjudication: ["adjudication", "arbitrage"],
  judgedAt: ["when", "quand"],
  aboutThis: ["Provenance and rights", "Provenance et droits"],
  aboutOutlet: ["What is said of the outlet", "Ce qui est dit du média"],
  rater: ["rater", "évaluateur"],
  scheme: ["scheme", "barème"],
  valid: ["valid", "valable"],
  sameGroup: ["Near-duplicates of this article", "Quasi-doublons de cet article"],
  onlyThis: ["select", "sélectionner"],
  selectThis: ["Select: {0}", "Sélectionner : {0}"],
  // concordance
  noQuotes: ["No quotation is selected.", "Aucune citation n’est sélectionnée."],
  inContext: ["Quotation in its context", "Citation dans son contexte"],
  sortBy: ["Order by {0}", "Trier par {0}"],
  quotationText: ["quotation", "citation"],
  // see
  quotedBy: ["Who is quoted by whom", "Qui est cité par qui"],
  quotedByHint: [
    "Quotations by outlet and speaker. A cell selects them.",
    "Citations par média et par locuteur. Une case les sélectionne.",
  ],
  standsFor: ["Who is for or against whom", "Qui est pour ou contre qui"],
  standsForHint: [
    "Stances by holder and target: + for, − against, others without a sign. A cell selects them.",
    "Prises de position par auteur et par cible : + pour, − contre, les autres sans signe. Une case les sélectionne.",
  ],
  overTime: ["Over time", "Dans le temps"],
  overTimeHint: [
    "What was published when. A number selects its time.",
    "Ce qui fut publié quand. Un nombre sélectionne sa période.",
  ],
  period: ["when", "quand"],
  others: ["others ({0})", "autres ({0})"],
  total: ["all", "tout"],
  showMore: ["Show more", "En montrer plus"],
  showLess: ["Show fewer", "En montrer moins"],
  ownVoice: ["{0}, in its own voice", "{0}, de sa propre voix"],
  byYear: ["by year", "par année"],
  byMonth: ["by month", "par mois"],
  cellQuotes: ["{0} quotes {1}: {2}", "{0} cite {1} : {2}"],
  cellStances: ["{0} on {1}: {2}", "{0} sur {1} : {2}"],
  oneLabel: ["{0} {1}", "{0} {1}"],
  // take away
  theSelection: ["The selection", "La sélection"],
  downloads: ["Files", "Fichiers"],
  csvHint: [
    "CSV opens in a spreadsheet: a cell that could be taken for a formula begins with an apostrophe, and bidirectional control characters are left out. JSONL gives every field exactly.",
    "Le CSV s’ouvre dans un tableur : une case qui pourrait passer pour une formule commence par une apostrophe, et les caractères de contrôle bidirectionnels sont omis. Le JSONL donne chaque champ exactement.",
  ],
  what: ["what", "quoi"],
  download: ["Download: {0}, {1}", "Télécharger : {0}, {1}"],
  ids: ["ids", "identifiants"],
  python: ["The same selection in Python", "La même sélection en Python"],
  pythonHint: [
    "Loads exactly the selected records, and proves the dataset first. Run it where the dataset directory is.",
    "Charge exactement les enregistrements sélectionnés, après avoir vérifié le jeu de données. À exécuter là où se trouve son dossier.",
  ],
  pythonFile: [
    "The selection is long: download {0} too, and run the line beside it.",
    "La sélection est longue : téléchargez aussi {0}, et exécutez la ligne à côté.",
  ],
  cite: ["Citation", "Citation bibliographique"],
  citeHint: [
    "With the version, the digest that proves it, and the selection.",
    "Avec la version, l’empreinte qui la prouve, et la sélection.",
  ],
  link: ["Address of the selection", "Adresse de la sélection"],
  linkHint: [
    "Whoever has this page finds the same selection with what stands after #.",
    "Qui a cette page retrouve la même sélection avec ce qui suit le #.",
  ],
  copy: ["Copy", "Copier"],
  copied: ["Copied.", "Copié."],
  licence: ["Annotations: {0}. Texts: as each article’s rights say.", "Annotations : {0}. Textes : selon les droits de chaque article."],
  digest: ["Digest {0}", "Empreinte {0}"],
  madeWith: ["Made with {0}. This page asks no network for anything.", "Fait avec {0}. Cette page ne demande rien à aucun réseau."],
};

/** @type {Record<string, [[string, string], [string, string]]>} */
const COUNTED = {
  article: [["article", "articles"], ["article", "articles"]],
  quote: [["quotation", "quotations"], ["citation", "citations"]],
  stance: [["stance", "stances"], ["prise de position", "prises de position"]],
};

/** @type {Language} */
let current = "en";

/** @param {Language} language */
export function setLanguage(language) {
  current = language;
}

/** @returns {Language} */
export function language() {
  return current;
}

/**
 * Words of the page.
 * @param {string} key
 * @param {...(string | number)} values what stands in the places {0}, {1}
 * @returns {string}
 */
export function t(key, ...values) {
  const words = WORDS[key]?.[current === "fr" ? 1 : 0] ?? key;
  return words.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)]));
}

/**
 * Whether there are words for a key.
 * @param {string} key
 */
export function known(key) {
  return key in WORDS;
}

/** @type {Map<string, any>} formatters are dear to make, and few */
const formatters = new Map();

/**
 * @template T
 * @param {string} name
 * @param {() => T} make
 * @returns {T}
 */
function formatter(name, make) {
  const key = `${current} ${name}`;
  if (!formatters.has(key)) formatters.set(key, make());
  return formatters.get(key);
}

/**
 * A number as the language writes it.
 * @param {number} value
 * @returns {string}
 */
export function number(value) {
  return formatter("number", () => new Intl.NumberFormat(current)).format(value);
}

/**
 * The order of the alphabet.
 * @returns {(one: string, two: string) => number}
 */
export function comparing() {
  return formatter("order", () => new Intl.Collator(current)).compare;
}

/**
 * A number with its noun.
 * @param {number} count
 * @param {string} noun
 */
export function counted(count, noun) {
  const [one, many] = COUNTED[noun][current === "fr" ? 1 : 0];
  const single = current === "fr" ? count < 2 : count === 1;
  return `${number(count)} ${single ? one : many}`;
}

/**
 * A day, as far as it is known.
 * @param {string | null} written as YYYY-MM-DD
 * @param {string} precision
 * @param {"long" | "short"} [month]
 */
export function day(written, precision, month = "long") {
  if (!written || precision === "unknown") return t("noDate");
  const format = formatter(`${precision} ${month}`, () => {
    /** @type {Intl.DateTimeFormatOptions} */
    const parts = { timeZone: "UTC", year: "numeric" };
    if (precision !== "year") parts.month = month;
    if (precision === "day") parts.day = "numeric";
    return new Intl.DateTimeFormat(current === "fr" ? "fr" : "en-GB", parts);
  });
  return format.format(new Date(`${written}T00:00:00Z`));
}

/**
 * The name of a language in the page's.
 * @param {string} tag
 */
export function languageName(tag) {
  try {
    return formatter("language", () => new Intl.DisplayNames([current], { type: "language" })).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/**
 * The name of a country in the page's language; invented ones keep their code.
 * @param {string} code
 */
export function countryName(code) {
  if (/^X[A-Z]$/.test(code)) return code;
  try {
    return formatter("region", () => new Intl.DisplayNames([current], { type: "region" })).of(code) ?? code;
  } catch {
    return code;
  }
}
