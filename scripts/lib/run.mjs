import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Runs a command in the root of the repository and answers its exit code and what it printed.
 * With `show`, the output goes to the terminal instead of into the answer.
 */
export function run(command, args, { cwd = ROOT, env = {}, show = false, shell = false } = {}) {
  const target = show ? 'inherit' : 'pipe'
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, shell, env: { ...process.env, ...env }, stdio: ['ignore', target, target] })
    const stdout = []
    const output = []
    child.stdout?.on('data', (chunk) => {
      stdout.push(chunk)
      output.push(chunk)
    })
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.once('error', fail)
    child.once('close', (code) => done({ code: code ?? 1, stdout: text(stdout), output: text(output) }))
  })
}

/** Runs a command and answers its standard output; throws all that it printed when it fails. */
export async function mustRun(command, args, options) {
  const { code, stdout, output } = await run(command, args, options)
  if (code !== 0) throw Object.assign(new Error(`${command} ${args.join(' ')} ended with ${code}\n${output}`), { output })
  return stdout
}

/** Path of a file inside an installed package. */
export function installed(path, workspace = '.') {
  return join(ROOT, workspace, 'node_modules', path)
}

function text(chunks) {
  return Buffer.concat(chunks).toString()
}
