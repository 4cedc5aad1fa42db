// Evaluates JSONata expressions, one after the other, in a thread of its own that may be ended at any time: an expression may loop for ever.
import { parentPort } from 'node:worker_threads';
import jsonata from 'jsonata';

const MAX_RESULT_CHARS = 500_000;
const MAX_COMPILED = 200;
const compiled = new Map();

parentPort.on('message', async ({ expression, input, bindings }) => {
  parentPort.postMessage(await evaluate(expression, input, bindings), []);
});

async function evaluate(expression, input, bindings) {
  try {
    const result = await compile(expression).evaluate(input, bindings);
    const json = JSON.stringify(result, (_key, value) => (typeof value === 'function' ? undefined : value)) ?? 'null';
    if (json.length > MAX_RESULT_CHARS) return { error: { message: `The result has more than ${MAX_RESULT_CHARS} characters.`, code: '', position: null, token: '' } };
    return { json };
  } catch (error) {
    return { error: { message: String(error?.message ?? error).slice(0, 500), code: String(error?.code ?? ''), position: Number.isInteger(error?.position) ? error.position : null, token: String(error?.token ?? '').slice(0, 100) } };
  }
}

function compile(expression) {
  const known = compiled.get(expression);
  if (known) return known;
  const fresh = jsonata(expression);
  if (compiled.size >= MAX_COMPILED) compiled.delete(compiled.keys().next().value);
  compiled.set(expression, fresh);
  return fresh;
}
