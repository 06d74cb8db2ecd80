import { UnreadableError } from '@conoceles/domain'

/** No entry of the bitácora comes near it: a longer line is of another file, and would fill the memory. */
const LONGEST = 1_000_000
/** Lines between two pauses, in which the page draws and answers. */
const AT_ONCE = 500

/**
 * Lines of a text that comes in parts, without the empty ones.
 * @param pause lets the page breathe.
 */
export async function* lineasDe(parts: AsyncIterable<string>, pause: () => Promise<unknown>): AsyncGenerator<string> {
  let rest = ''
  let given = 0
  for await (const part of parts) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST) throw new UnreadableError('Tiene renglones demasiado largos: el archivo no es un extracto de la bitácora.')
    for (const line of lines.map(withoutReturn).filter(Boolean)) {
      yield line
      given += 1
      if (given % AT_ONCE === 0) await pause()
    }
  }
  if (withoutReturn(rest)) yield withoutReturn(rest)
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

/**
 * Text of a file of this device, which goes nowhere.
 * @param read learns how many bytes were read.
 */
export async function* textoDe(file: Blob, read: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = file.stream().getReader()
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.length
    read(bytes)
    yield decoder.decode(value, { stream: true })
  }
  yield decoder.decode()
}
