// A client of yaml-language-server, as an editor is one: opens files, and asks for what it says of them.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import rpc from "vscode-jsonrpc/node.js";

const require = createRequire(import.meta.url);

export async function startServer(root) {
  const bin = join(dirname(require.resolve("yaml-language-server/package.json")), "bin", "yaml-language-server");
  const child = spawn(process.execPath, [bin, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
  const waiting = new Map();
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
    waiting.get(uri)?.(diagnostics);
    waiting.delete(uri);
  });
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => ({
    validate: true, hover: true, completion: true, schemaStore: { enable: false }, disableDefaultProperties: false,
  })));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/workspaceFolders", () => [{ uri: pathToFileURL(root).href, name: "pack" }]);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { publishDiagnostics: {}, hover: { contentFormat: ["markdown"] }, completion: { completionItem: {} } },
    },
  });
  await connection.sendNotification("initialized", {});
  await connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });

  const uriOf = (path) => pathToFileURL(path).href;
  return {
    /** What the server finds in a text that is opened under a path. */
    open(path, text) {
      const uri = uriOf(path);
      const told = new Promise((resolve, reject) => {
        waiting.set(uri, resolve);
        setTimeout(() => reject(new Error(`${path}: the server says nothing`)), 30_000).unref();
      });
      connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
      return told;
    },
    hover: (path, line, character) =>
      connection.sendRequest("textDocument/hover", { textDocument: { uri: uriOf(path) }, position: { line, character } }),
    complete: (path, line, character) =>
      connection.sendRequest("textDocument/completion", { textDocument: { uri: uriOf(path) }, position: { line, character } }),
    stop() {
      connection.dispose();
      child.kill();
    },
  };
}
