import { GateError } from '../errors.js';
import { busyReason } from './xray-refusal.js';

/** What is asked for, for errors. */
interface Asked {
  /** `X-Ray did not tell ‹what›`. */
  readonly what: string;
  readonly action: string;
  /** The remedy where X-Ray finds fault with what was asked. */
  readonly refused?: string;
  readonly mostPages: number;
}

/** Every page of an answer. Throws GateError where X-Ray does not give one, or gives more than `mostPages`. */
export async function* pagesOf<T extends { readonly NextToken?: string | undefined }>(
  ask: (token: string | undefined) => Promise<T>,
  asked: Asked,
): AsyncGenerator<T> {
  let token: string | undefined;
  for (let pages = 0; pages < asked.mostPages; pages += 1) {
    const page = await orExplain(() => ask(token), asked);
    yield page;
    if (!page.NextToken) return;
    token = page.NextToken;
  }
  throw new GateError(
    `X-Ray did not come to an end of ${asked.what}: ${asked.mostPages} pages.`,
    'This is a defect of the gate, unless the endpoint is not AWS X-Ray: please report it.',
  );
}

async function orExplain<T>(ask: () => Promise<T>, { what, action, refused }: Asked): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const reason = busyReason(error, action, refused);
    throw new GateError(`X-Ray did not tell ${what}: ${reason}.`, 'Run the gate again.', { cause: error });
  }
}
