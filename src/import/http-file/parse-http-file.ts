import { readBlock } from './read-block.js';
import type { HttpFile, WrittenRequest } from './written-request.js';

/**
 * Reads the format of VS Code REST Client, of JetBrains' HTTP Client and of Visual Studio, of which each understands
 * most of the others' files. Written here because the one library that reads it, httpyac, has 32 direct dependencies,
 * among them clients for gRPC, Kafka and MQTT.
 *
 * ```
 * file      := block { "###" [title] block }
 * block     := { blank | variable | comment | script } [ request ]
 * variable  := "@" name "=" value
 * comment   := ("#" | "//") [ "@name" name | "@prompt" name | anything ]
 * script    := "< {%" … "%}"                               runs before; left out
 * request   := line { more } { header | comment } [ blank body ] [ handler ]
 * line      := [ method ] target [ "HTTP/" version ]       without a method: GET
 * more      := blanks text | ("?" | "&") text              of the target, on lines of their own
 * header    := name ":" value { newline blanks value }
 * body      := text | "<" file | "<@" [encoding] file      comments in it are not sent
 * handler   := ">" ( "{%" … "%}" | file ) | ">>" file | "<>" file
 * ```
 *
 * Sources: github.com/Huachao/vscode-restclient, github.com/JetBrains/http-request-in-editor-spec,
 * learn.microsoft.com/aspnet/core/test/http-files
 */
export function parseHttpFile(text: string): HttpFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const variables = new Map<string, string>();
  const requests: WrittenRequest[] = [];
  let start = 0;
  let title: string | null = null;
  for (let at = 0; at <= lines.length; at++) {
    const line = lines[at];
    if (line !== undefined && !line.startsWith('###')) continue;
    const request = readBlock(lines.slice(start, at), start + 1, title, variables);
    if (request !== null) requests.push(request);
    start = at + 1;
    title = line?.replace(/^#+/, '').trim() || null;
  }
  return { requests, variables };
}
