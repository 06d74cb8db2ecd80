import recorded from './ejemplos.json' with { type: 'json' }

/** A request and how a simulacro answers it, shortened. A file that is no text has no answer to show. */
interface Ejemplo {
  pide: string
  contesta?: unknown
}

const EJEMPLOS: Readonly<Record<string, readonly Ejemplo[] | undefined>> = recorded

/** Stands for the address of an installation, in the requests and inside the answers. */
const CUALQUIERA = 'https://conoceles.example'

interface Content {
  content?: Record<string, object>
}

interface Operation {
  operationId?: string
  responses?: Record<string, object>
}

/** Puts the recorded examples into the success of an operation that has them. */
export function conEjemplos<T extends Operation>(operation: T): T {
  const ejemplos = EJEMPLOS[operation.operationId ?? '']
  const success: Content | undefined = operation.responses?.['200']
  if (!ejemplos || !success?.content) return operation
  const examples = Object.fromEntries(ejemplos.map((each, at) => [`ejemplo${at + 1}`, toExample(each)]))
  const content = Object.fromEntries(Object.entries(success.content).map(([medio, shape]) => [medio, { ...shape, examples }]))
  return { ...operation, responses: { ...operation.responses, 200: { ...success, content } } }
}

function toExample({ pide, contesta = 'Los bytes del archivo.' }: Ejemplo): object {
  return { summary: `curl '${CUALQUIERA}${pide}'`, value: contesta }
}
