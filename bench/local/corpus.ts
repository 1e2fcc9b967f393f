import { readFileSync } from 'node:fs';

/** Real documents, which the X-Ray SDK for Node sent: test/fixtures/sdk-documents/. */
const RECORDINGS = ['xraysdk-checkout-parent', 'xraysdk-checkout-sampled1', 'xraysdk-boom-500'];
const FOLDER = 'test/fixtures/sdk-documents';
const RECORDED_AT_S = 1_795_189_800;

export const SEGMENTS_A_TRACE = 5;

interface RecordedDocument {
  readonly name: string;
  readonly parent_id?: string;
  readonly subsegments?: readonly { readonly id: string }[];
}

/**
 * The texts of recorded documents, to be made into as many traces as are wanted:
 * ```
 * api ─► inventory ─► api ─► inventory ─► api    each recording's api is called by the inventory before it
 * ```
 */
export function readRecordings(): readonly string[] {
  let callerId: string | undefined;
  const texts: string[] = [];
  for (const recording of RECORDINGS) {
    const { documents } = JSON.parse(readFileSync(`${FOLDER}/${recording}.json`, 'utf8')) as Recording;
    for (const document of documents) {
      const linked =
        document.name === 'api' && callerId !== undefined ? { ...document, parent_id: callerId } : document;
      texts.push(JSON.stringify(linked));
    }
    callerId = documents.find(({ name }) => name === 'inventory')?.subsegments?.[0]?.id;
  }
  if (texts.length !== SEGMENTS_A_TRACE) throw new Error(`There are ${texts.length} recorded documents.`);
  return texts;
}

interface Recording {
  readonly documents: readonly RecordedDocument[];
}

const HEX = 16;

export function traceIdOf(number: number, startS: number): string {
  return `1-${Math.floor(startS).toString(HEX).padStart(8, '0')}-${number.toString(HEX).padStart(24, '0')}`;
}

/** The recorded documents as one trace that began at `startS`, epoch seconds; ids of entities stay, as in other traces. */
export function traceDocuments(recordings: readonly string[], number: number, startS: number): string[] {
  const traceId = traceIdOf(number, startS);
  return recordings.map((text) =>
    text
      .replace(/"trace_id":"[^"]*"/g, `"trace_id":"${traceId}"`)
      .replace(/"(start|end)_time":([\d.]+)/g, (_, which, recordedS) => {
        const timeS = startS + (Number(recordedS) - RECORDED_AT_S);
        return `"${which}_time":${timeS.toFixed(3)}`;
      }),
  );
}
