import childProcess from 'node:child_process'
import { appendFileSync } from 'node:fs'

/** Starts a server and keeps its log, which nothing else can give afterwards. */
export async function keepingLog<T>(file: string, start: () => Promise<T>): Promise<T> {
  const spawn = childProcess.spawn
  const tee = (...args: Parameters<typeof spawn>) => {
    const child = spawn(...args)
    child.stderr?.on('data', (chunk: Buffer) => appendFileSync(file, chunk))
    return child
  }
  childProcess.spawn = tee as typeof spawn
  try {
    return await start()
  } finally {
    childProcess.spawn = spawn
  }
}
