import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isName,
  literal,
  lookUp,
  type Placeholder,
  parseTemplate,
  placeholdersOf,
  render,
  renderJson,
  showTemplate,
  type Template,
  type Value,
  writeTemplate,
} from '../../src/scenario/template.js';

const order: Placeholder = { name: 'order', path: [] };
const city: Placeholder = { name: 'customer', path: ['address', 'city'] };

describe('a template', () => {
  const cases: { name: string; text: string; template: Template }[] = [
    { name: 'nothing', text: '', template: [] },
    { name: 'plain text', text: 'a { b } c }}', template: ['a { b } c }}'] },
    { name: 'one placeholder', text: '{{order}}', template: [order] },
    { name: 'blanks in it', text: '{{ order\t}}', template: [order] },
    { name: 'a path into a value', text: '{{customer.address.city}}', template: [city] },
    { name: 'text around placeholders', text: '/o/{{order}}/{{order}}?', template: ['/o/', order, '/', order, '?'] },
    { name: 'escaped braces', text: '\\{{order}} {{order}}', template: ['{{order}} ', order] },
    { name: 'a backslash before a placeholder', text: 'C:\\\\{{order}}', template: ['C:\\', order] },
    { name: 'a backslash before escaped braces', text: '\\\\\\{{order}}', template: ['\\{{order}}'] },
    { name: 'other backslashes', text: '\\d\\\\ \\{', template: ['\\d\\\\ \\{'] },
    { name: 'a brace right before a placeholder', text: '{"n":{{{order}}}}', template: ['{"n":{', order, '}}'] },
    { name: 'digits, _ and - in names', text: '{{_a-1.0.b-c}}', template: [{ name: '_a-1', path: ['0', 'b-c'] }] },
  ];
  test.each(cases)('of $name is read', ({ text, template }) => {
    expect(parseTemplate(text)).toEqual(template);
  });

  test.each(['{{', '{{}}', '{{1a}}', '{{a b}}', '{{a.}}', '{{a', '{{a}', '{{{', '{{#if a}}', '{{a\n.b}}', '{{$guid}}'])(
    'with %j is none',
    (text) => {
      expect(() => parseTemplate(`x ${text}`)).toThrow(SyntaxError);
    },
  );

  test('that is none is told by its beginning', () => {
    expect(() => parseTemplate(`{{a b}} {{c}}`)).toThrow('"{{a b}}" is not a placeholder');
    expect(() => parseTemplate(`{{${'x '.repeat(1e6)}`)).toThrow(/^".{80}" is not a placeholder$/);
  });

  test('is shown as people read it', () => {
    expect(showTemplate(['/o/', order, '/', city])).toBe('/o/{order}/{customer.address.city}');
  });
});

/** Texts that have much of what templates are made of, and placeholders between them. */
const templates: fc.Arbitrary<Template> = fc
  .array(
    fc.oneof(
      fc.string({ unit: fc.constantFrom('{', '}', '\\', 'a', '.', ' ', '💥'), minLength: 1 }),
      fc.constant(order),
      fc.constant(city),
    ),
  )
  .map((parts) => {
    const joined: (string | Placeholder)[] = [];
    for (const part of parts) {
      const last = joined.at(-1);
      if (typeof part === 'string' && typeof last === 'string') joined.splice(-1, 1, last + part);
      else joined.push(part);
    }
    return joined;
  });

describe('any template', () => {
  test('that is written is read as the same', () => {
    fc.assert(
      fc.property(templates, (template) => {
        expect(parseTemplate(writeTemplate(template))).toEqual(template);
      }),
      { numRuns: 2000 },
    );
  });

  test('renders to its texts and its values, in order', () => {
    fc.assert(
      fc.property(templates, fc.string(), fc.string(), (template, first, second) => {
        const values = new Map<string, Value>([
          ['order', first],
          ['customer', { address: { city: second } }],
        ]);
        const pieces = template.map((part) => (typeof part === 'string' ? part : part === order ? first : second));
        expect(render(template, values)).toBe(pieces.join(''));
        const encoded = template.map((part, i) => (typeof part === 'string' ? part : `<${pieces[i]}>`));
        expect(render(template, values, (text) => `<${text}>`)).toBe(encoded.join(''));
      }),
    );
  });

  test('of any text is read, or is told apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{{', '}}', '\\', 'a', '.', ' ', '-') }), (text) => {
        let template: Template;
        try {
          template = parseTemplate(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
          return;
        }
        expect(placeholdersOf(template).every(({ name }) => isName(name))).toBe(true);
        expect(parseTemplate(writeTemplate(template))).toEqual(template);
      }),
      { numRuns: 2000 },
    );
  });

  test('of millions of braces and backslashes is read, or told apart', () => {
    const hostile = ['\\'.repeat(2e6), '{'.repeat(2e6), '\\{'.repeat(1e6), '}}'.repeat(1e6), '\\{{'.repeat(1e6)];
    for (const text of hostile) {
      try {
        parseTemplate(text);
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
      }
    }
  });
});

describe('a JSON template', () => {
  test('keeps the type of a text that is only a placeholder', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const values = new Map([['order', value as Value]]);
        expect(renderJson({ kind: 'text', text: parseTemplate('{{order}}') }, values)).toBe(value);
      }),
    );
  });

  test('makes text of a placeholder among text', () => {
    const values = new Map<string, Value>([['order', 7]]);
    expect(renderJson({ kind: 'text', text: parseTemplate('#{{order}}') }, values)).toBe('#7');
  });

  test('renders lists, objects and literals', () => {
    const values = new Map<string, Value>([['order', { id: 7 }]]);
    const text = { kind: 'text', text: [{ name: 'order', path: ['id'] }] } as const;
    expect(
      renderJson(
        {
          kind: 'object',
          members: [
            ['__proto__', text],
            ['list', { kind: 'list', elements: [text, { kind: 'literal', value: null }] }],
          ],
        },
        values,
      ),
    ).toEqual(JSON.parse('{"__proto__": 7, "list": [7, null]}'));
  });
});

describe('looking a placeholder up', () => {
  const values = new Map<string, Value>([['customer', { address: { city: 'Oslo' }, tags: ['a'] }]]);

  test('follows its path, also into lists', () => {
    expect(lookUp(city, values)).toBe('Oslo');
    expect(lookUp({ name: 'customer', path: ['tags', '0'] }, values)).toBe('a');
  });

  test.each(['order', 'customer.name', 'customer.address.city.x', 'customer.toString', 'customer.tags.length.x'])(
    'throws for %s, of which nothing is known',
    (text) => {
      const [name = '', ...path] = text.split('.');
      expect(() => lookUp({ name, path }, values)).toThrow(`Nothing is known of {{${text}}}.`);
    },
  );
});

test('literal text is a template of no placeholders', () => {
  expect(literal('')).toEqual([]);
  expect(literal('{{a}}')).toEqual(['{{a}}']);
});
