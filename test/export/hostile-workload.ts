import fc from 'fast-check';
import type { JsonTemplate, Placeholder, Template, Value } from '../../src/scenario/template.js';
import type { Body, Field, Keep, Scenario, Step } from '../../src/scenario/workload.js';

const NASTY = [
  '\u2028',
  '\u2029',
  '"',
  "'",
  '`',
  '\\',
  '${1}',
  '{{x}}',
  '</script>',
  '*/',
  '//',
  '\n',
  '\r\n',
  '\0',
  '__proto__',
  '%',
  '%2e',
  '..',
  '.',
  '/',
  '?',
  '&',
  '=',
  '+',
  ' ',
  '#',
  ':',
  'é',
  '😀',
  '!ruby/object',
  '- a',
  'constructor',
];

/** Texts with much in them that ends texts, comments, lines, paths or objects somewhere. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 4 }), fc.constant('a')), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

export const nastyValue: fc.Arbitrary<Value> = fc.oneof(
  nastyText,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('.', '..', ''),
  fc.dictionary(fc.oneof(fc.constantFrom('id', '__proto__'), nastyText), nastyText, {
    maxKeys: 3,
    noNullPrototype: true,
  }),
);

/** Names of the variables that placeholders of these templates ask for. */
export const VARIABLES = ['a', 'b-1', '__proto__'];

const placeholder: fc.Arbitrary<Placeholder> = fc.record({
  name: fc.constantFrom(...VARIABLES),
  path: fc.constant([]),
});

export const nastyTemplate: fc.Arbitrary<Template> = fc.array(
  fc.oneof(
    nastyText.filter((text) => text !== ''),
    placeholder,
  ),
  { maxLength: 4 },
);

const { json } = fc.letrec<{ json: JsonTemplate }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 2 },
    nastyTemplate.map((text): JsonTemplate => ({ kind: 'text', text })),
    fc
      .oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null))
      .map((value): JsonTemplate => ({ kind: 'literal', value })),
    fc.array(tie('json'), { maxLength: 3 }).map((elements): JsonTemplate => ({ kind: 'list', elements })),
    fc
      .array(fc.tuple(fc.oneof(nastyText, fc.constantFrom('2', '1', '__proto__')), tie('json')), { maxLength: 3 })
      .map((members): JsonTemplate => ({ kind: 'object', members })),
  ),
}));

const field: fc.Arbitrary<Field> = fc.record({ name: nastyText, value: nastyTemplate });
const header: fc.Arbitrary<Field> = fc.record({
  name: fc.stringMatching(/^x-[a-z]{1,5}$/),
  value: nastyTemplate,
});
const body: fc.Arbitrary<Body | null> = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('text' as const), text: nastyTemplate, contentType: nastyText }),
  fc.record({ kind: fc.constant('json' as const), value: json }),
  fc.record({ kind: fc.constant('form' as const), fields: fc.array(field, { maxLength: 3 }) }),
);
const keep: fc.Arbitrary<Keep> = fc.record({
  name: fc.constant('kept'),
  from: fc.oneof(
    fc.record({ kind: fc.constant('json' as const), pointer: nastyText.map((text) => `/${text}`) }),
    fc.record({ kind: fc.constant('header' as const), name: nastyText }),
  ),
});

/**
 * A path as scenarios can have it, without blanks and "#". Nor has it backslashes and dots, which URLs take for parts of
 * their own: that values have them is hostile, that a scenario writes them is not.
 */
function pathOf(template: Template): Template {
  const sent = template.map((part) => (typeof part === 'string' ? part.replaceAll(/[\s\\#.\p{Cc}]|%2e/giu, '') : part));
  return ['/', ...sent.filter((part) => part !== '')];
}

export const nastyStep: fc.Arbitrary<Step> = fc.record({
  operation: nastyText,
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
  path: nastyTemplate.map(pathOf),
  query: fc.array(field, { maxLength: 2 }),
  headers: fc.uniqueArray(header, { maxLength: 3, selector: ({ name }) => name }),
  body,
  auth: fc.constant(null),
  expected: fc.constantFrom(null, [{ from: 200, to: 299 }]),
  keeps: fc.array(keep, { maxLength: 2 }),
  thinkMs: fc.constant(0),
});

export const nastyScenario: fc.Arbitrary<Scenario> = fc.record({
  name: nastyText,
  weight: fc.integer({ min: 1, max: 5 }),
  steps: fc.array(nastyStep, { minLength: 1, maxLength: 2 }),
});

export const nastyValues: fc.Arbitrary<ReadonlyMap<string, Value>> = fc
  .tuple(...VARIABLES.map(() => nastyValue))
  .map((values) => new Map(values.map((value, i) => [VARIABLES[i]!, value])));
