import type { Cause, CauseElement } from '../../../src/local/root-causes.js';
import type { ModelService, ModelStep, ModelTrace } from './model.js';

export type Annotations = readonly (readonly [key: string, value: string | number | boolean])[];

export interface Facts {
  readonly flags: Record<string, boolean>;
  readonly numbers: Record<string, number | null>;
  readonly texts: Record<string, string[]>;
  readonly own: Annotations;
  readonly source: Annotations;
  readonly destination: Annotations;
}

interface ModelNode {
  readonly name: string;
  readonly type: string;
  readonly account: string;
}

const none = { flags: {}, numbers: {}, texts: {}, own: [], source: [], destination: [] };
const given = (...texts: (string | null)[]) => texts.flatMap((text) => (text === null ? [] : [text]));

/** A segment or subsegment with those that it called. */
interface View {
  readonly of: ModelService | ModelStep;
  readonly node: ModelNode;
  readonly inferred: boolean;
  readonly remote: boolean;
  readonly below: readonly View[];
}

function viewOfService(own: ModelService): View {
  const node = { name: own.name, type: own.origin ?? '', account: own.account ?? '' };
  const inner = own.inner === null ? [] : [viewOfService(own.inner)];
  const below = [...own.steps.map((step) => viewOfStep(step, node)), ...inner];
  return { of: own, node, inferred: false, remote: false, below };
}

function viewOfStep(own: ModelStep, node: ModelNode): View {
  const callee = own.callee !== null ? viewOfService(own.callee) : own.namespace !== null ? inferredBy(own) : null;
  const below = [...own.steps.map((step) => viewOfStep(step, node)), ...(callee === null ? [] : [callee])];
  return { of: own, node, inferred: false, remote: own.namespace !== null, below };
}

function inferredBy(own: ModelStep): View {
  const node =
    own.namespace === 'remote'
      ? { name: own.name, type: 'remote', account: '' }
      : {
          name: own.table ?? own.name,
          type: own.name === 'DynamoDB' ? 'AWS::DynamoDB::Table' : `AWS::${own.name}`,
          account: own.account ?? '',
        };
  return { of: { ...own, annotations: {}, steps: [] }, node, inferred: true, remote: false, below: [] };
}

function viewsOf({ root, stray }: ModelTrace): View[] {
  return [root, stray].flatMap((one) => (one === null ? [] : [viewOfService(one)]));
}

const isService = (view: View) => 'origin' in view.of || view.inferred;
const everything = (view: View): View[] => [view, ...view.below.flatMap(everything)];
const segmentsOf = (model: ModelTrace) => viewsOf(model).flatMap(everything).filter(isService);

/** Without a parent, or the first of those whose parent is nobody's. */
function rootOf({ root, rootHasParent, stray }: ModelTrace): ModelService {
  return rootHasParent && stray !== null && stray.fromMs < root.fromMs ? stray : root;
}

function annotationsOf(own: { annotations: ModelStep['annotations']; steps: readonly ModelStep[] }): Annotations {
  return [...Object.entries(own.annotations), ...own.steps.flatMap(annotationsOf)];
}

function requestFacts(own: ModelService | ModelStep): Facts {
  const failed = own.error || own.fault || own.throttle;
  const success = own.status === null ? !own.inProgress : Math.floor(own.status / 100) === 2;
  const seconds = own.inProgress ? null : own.lengthMs / 1000;
  return {
    ...none,
    flags: { ok: success && !failed, error: own.error, fault: own.fault, throttle: own.throttle },
    numbers: { responsetime: seconds, duration: seconds, 'http.status': own.status },
    texts: { 'http.url': given(own.url), 'http.useragent': given(own.userAgent) },
  };
}

function placesOf(services: readonly ModelService[]): Record<string, string[]> {
  return {
    user: given(...services.map(({ user }) => user)),
    'resource.arn': given(...services.map(({ arn }) => arn)),
    availabilityzone: given(...services.map(({ zone }) => zone)),
  };
}

const ownServices = (views: readonly View[]) =>
  views.flatMap(({ of, inferred }) => (!inferred && 'origin' in of ? [of] : []));

export function factsOf(model: ModelTrace): Facts {
  const facts = requestFacts(rootOf(model));
  const segments = segmentsOf(model);
  const top = [...segments.map(({ of }) => of), ...(model.orphan === null ? [] : [model.orphan])];
  const starts = top.map(({ fromMs }) => fromMs);
  const ends = top.map(({ fromMs, lengthMs, inProgress }) => fromMs + (inProgress ? 0 : lengthMs));
  return {
    ...facts,
    flags: {
      ...facts.flags,
      throttle: top.some(({ throttle }) => throttle),
      partial: top.some(({ inProgress }) => inProgress),
      inferred: segments.some(({ inferred }) => inferred),
    },
    numbers: { ...facts.numbers, duration: (Math.max(...ends) - Math.min(...starts)) / 1000 },
    texts: { ...facts.texts, ...placesOf(ownServices(segments)) },
    own: top.flatMap(annotationsOf),
  };
}

export function servicesOf(model: ModelTrace): { node: ModelNode; facts: Facts }[] {
  return segmentsOf(model).map((view) => {
    const facts = requestFacts(view.of);
    return {
      node: view.node,
      facts: {
        ...facts,
        flags: {
          ...facts.flags,
          partial: view.of.inProgress,
          inferred: view.inferred,
          root: view.of === rootOf(model),
        },
        texts: {
          ...facts.texts,
          ...placesOf(ownServices([view])),
          name: [view.node.name],
          type: view.node.type === '' ? [] : [view.node.type],
        },
        own: annotationsOf(view.of),
      },
    };
  });
}

export function callsOf(model: ModelTrace): { from: ModelNode; to: ModelNode; facts: Facts }[] {
  return segmentsOf(model).flatMap((caller) => {
    if (caller.inferred) return [];
    const callOf = (witness: View, callee: View) => {
      const facts = requestFacts(witness.of);
      const [own] = ownServices([callee]);
      return {
        inProgress: witness.of.inProgress,
        from: caller.node,
        to: callee.node,
        facts: {
          ...facts,
          flags: { ...facts.flags, partial: own?.inProgress ?? false, inferred: callee.inferred },
          texts: { ...facts.texts, ...placesOf(ownServices([caller, callee])) },
          own: witness === callee ? [] : annotationsOf(witness.of),
          source: annotationsOf(caller.of),
          destination: own === undefined ? [] : annotationsOf(own),
        },
      };
    };
    const through = (view: View): ReturnType<typeof callOf>[] =>
      view.below.flatMap((each) => (isService(each) ? [callOf(view === caller ? each : view, each)] : through(each)));
    return through(caller).filter(({ inProgress }) => !inProgress);
  });
}

type NaiveCause = Record<CauseElement, Facts[]> & { readonly json: unknown };

export function causesOf(model: ModelTrace, cause: Cause): NaiveCause[] {
  const paths =
    cause === 'responsetime' ? [slowest(model)] : viewsOf(model).flatMap((view) => failing(view, cause, []));
  return paths.filter((path) => path.length > 0).map((path) => naiveCause(path, cause, model));
}

function failing(view: View, cause: 'fault' | 'error', above: readonly View[]): View[][] {
  const path = view.of[cause] ? [...above, view] : [];
  const deeper = view.below.flatMap((each) => failing(each, cause, path));
  const goesOn = view.below.some((each) => each.of[cause]);
  return view.of[cause] && !goesOn ? [path, ...deeper] : deeper;
}

function slowest(model: ModelTrace): (View & { waited: number })[] {
  const root = rootOf(model);
  const top = viewsOf(model).find(({ of }) => of === root) as View;
  return root.inProgress || root.lengthMs === 0 ? [] : down(top, root.fromMs, root.fromMs + root.lengthMs);
}

function down(view: View, from: number, until: number): (View & { waited: number })[] {
  let best: { view: View; from: number; until: number } | null = null;
  const inOrder = [...view.below].sort(
    (a, b) => Number(isService(a)) - Number(isService(b)) || a.of.fromMs - b.of.fromMs,
  );
  for (const each of inOrder) {
    if (each.of.inProgress) continue;
    const cut = {
      view: each,
      from: Math.max(from, each.of.fromMs),
      until: Math.min(until, each.of.fromMs + each.of.lengthMs),
    };
    if (best === null || cut.until - cut.from > best.until - best.from) best = cut;
  }
  const own = { ...view, waited: until - from };
  const follows = best !== null && 2 * (best.until - best.from) >= until - from;
  return best !== null && follows ? [own, ...down(best.view, best.from, best.until)] : [own];
}

function naiveCause(path: readonly (View & { waited?: number })[], cause: Cause, model: ModelTrace): NaiveCause {
  const impacting = path[0]?.of === rootOf(model);
  const groups: (View & { waited?: number })[][] = [];
  for (const view of path) {
    if (groups.length === 0 || isService(view)) groups.push([view]);
    else groups.at(-1)?.push(view);
  }
  const coverage = (view: View & { waited?: number }) => (view.waited ?? 0) / (path[0]?.waited ?? 1);
  const exceptions = path.flatMap(({ of }) => (cause === 'responsetime' ? [] : of.exceptions));
  return {
    service: groups.map(([view], index) => ({
      ...none,
      flags: { ...ends(groups, index), inferred: view?.inferred ?? false, root: impacting && index === 0 },
      numbers: { index },
      texts: { name: given(view?.node.name ?? null), type: given(view?.node.type || null) },
    })),
    entity: path.map((view, index) => ({
      ...none,
      flags: { ...ends(path, index), remote: view.remote },
      numbers: { index, ...(cause === 'responsetime' ? { coverage: coverage(view) } : {}) },
      texts: { name: [view.of.name] },
    })),
    exception: exceptions.map(({ type, message }, index) => ({
      ...none,
      flags: ends(exceptions, index),
      numbers: { index },
      texts: { name: [type], message: [message] },
    })),
    json: {
      ClientImpacting: impacting,
      Services: groups.map((views) => ({
        Name: views[0]?.node.name,
        Names: [views[0]?.node.name],
        Type: views[0]?.node.type || null,
        AccountId: views[0]?.node.account || null,
        Inferred: views[0]?.inferred,
        EntityPath: views.map((view) => ({
          Name: view.of.name,
          Remote: view.remote,
          ...(cause === 'responsetime'
            ? { Coverage: coverage(view) }
            : { Exceptions: view.of.exceptions.map(({ type, message }) => ({ Name: type, Message: message })) }),
        })),
      })),
    },
  };
}

function ends(list: readonly unknown[], index: number): { first: boolean; last: boolean } {
  return { first: index === 0, last: index + 1 === list.length };
}
