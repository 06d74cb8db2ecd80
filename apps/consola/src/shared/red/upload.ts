import type { Transport } from './authorized-fetch.ts'

/** A transport like `fetch` that says how much of the body has left, which `fetch` cannot. */
export function uploadOf(onProgress: (part: number) => void): Transport {
  return async (request) => {
    const body = await request.blob()
    return new Promise((resolve, reject) => {
      const sending = new XMLHttpRequest()
      sending.open(request.method, request.url)
      sending.responseType = 'blob'
      request.headers.forEach((value, name) => sending.setRequestHeader(name, value))
      sending.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
      sending.onload = () => resolve(answerOf(sending))
      sending.onerror = () => reject(new TypeError('network'))
      sending.onabort = () => reject(new DOMException('aborted', 'AbortError'))
      request.signal.addEventListener('abort', () => sending.abort())
      sending.send(body)
    })
  }
}

function answerOf(sending: XMLHttpRequest): Response {
  const lines = sending.getAllResponseHeaders().trim().split(/\r?\n/)
  const headers = lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
  return new Response(sending.response as Blob, { status: sending.status, headers: headers.filter(([name]) => name !== '') })
}
