/** Numbers, dates and what machines make up; each a whole word, so that `s3`, `v2`, `utf8` and `sha256` stay. */
const GENERATED = [
  String.raw`[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}`, // UUID
  String.raw`\d{4}-\d\d-\d\dT[\d:.]+Z?`, // time
  String.raw`\d+(?:[.,:-]\d+)*`, // number, date, address
  String.raw`(?=[a-f]*\d)[\da-f]{8,}`, // hash or object id
  String.raw`(?=[a-z]*\d)[\da-hjkmnp-tv-z]{26}`, // ULID
  String.raw`(?=[a-z\d]{16})[a-z]*\d+(?:[a-z]+\d+){3}[a-z\d]*`, // opaque token
  String.raw`(?<=\s)[a-z]\d{2,}(?=\s|$)`, // the last word of `load order b84`
].join('|');
const WORD = new RegExp(String.raw`(?<![a-z\d])(?:${GENERATED})(?![a-z\d])`, 'gi');

/** What follows letters without a separator: `order12345`. */
const LONG_NUMBER = /(?<=[a-z])\d{5,}(?![a-z\d])/gi;

/**
 * A subsegment's name with what identifies single things folded away, so that each request's is the same step:
 * `load order 123` → `load order {id}`. Digits by themselves stay, as in `step 1`, for there are only ten.
 */
export function foldName(name: string): string {
  if (!HAS_GENERATED.test(name)) return name;
  return name.replace(WORD, (word) => (isShortNumber(word) ? word : '{id}')).replace(LONG_NUMBER, '{id}');
}

/** All that is folded has a digit: most names are done with one look. */
const HAS_GENERATED = /\d/;

/** `7`, and versions such as `1.2`. */
function isShortNumber(word: string): boolean {
  return /^\d(?:[.,:-]\d)*$/.test(word);
}
