import { createRequire } from 'node:module';
import ts from 'typescript';
import type { Sources } from './architecture-rules.js';

const require = createRequire(import.meta.url);

/** What IAM calls the services of the AWS SDK's packages. */
const IAM_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['client-cloudwatch', 'cloudwatch'],
  ['client-cloudwatch-logs', 'logs'],
  ['client-lambda', 'lambda'],
  ['client-sts', 'sts'],
  ['client-xray', 'xray'],
]);

/** Actions whose name is not that of the command: https://docs.aws.amazon.com/service-authorization/latest/reference/ */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([['lambda:Invoke', 'lambda:InvokeFunction']]);

/** Functions of the AWS SDK that send commands of their own. */
const HIDDEN_CALLS: ReadonlyMap<string, string> = new Map([['fromTemporaryCredentials', 'sts:AssumeRole']]);

/** The IAM actions of all commands that the sources make, sorted. Throws where it cannot tell one. */
export function actionsOf(sources: Sources): string[] {
  return [...new Set([...sources].flatMap(([path, text]) => actionsIn(path, text)))].toSorted();
}

function actionsIn(path: string, text: string): string[] {
  const clients = Array.from(text.matchAll(/['"]@aws-sdk\/(client-[\w-]+)['"]/g), ([, name]) => name!);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = calledName(node.expression);
      const operation = /^([A-Z]\w*)Command$/.exec(name)?.[1] ?? /^paginate([A-Z]\w*)$/.exec(name)?.[1];
      const action = operation === undefined ? HIDDEN_CALLS.get(name) : actionOf(operation, clients, path);
      if (action !== undefined) found.push(action);
      if (clients.some((client) => `${name}Client` in exportsOf(client))) {
        throw new Error(`${path} makes a ${name}, whose methods hide their commands: send commands by a client.`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true));
  return found;
}

function calledName(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}

function actionOf(operation: string, clients: readonly string[], path: string): string {
  const client = clients.find((name) => `${operation}Command` in exportsOf(name));
  const prefix = IAM_PREFIXES.get(client ?? '');
  if (prefix === undefined) {
    throw new Error(
      `${path} makes a ${operation}Command of ${client ?? 'no package that it imports'}: add what IAM calls its service.`,
    );
  }
  const action = `${prefix}:${operation}`;
  return OTHER_NAMES.get(action) ?? action;
}

function exportsOf(client: string): object {
  return require(`@aws-sdk/${client}`);
}
