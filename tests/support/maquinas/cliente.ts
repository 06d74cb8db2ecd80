import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'

export interface Persona {
  id: string
  nombre: string
  cargo: string
  lugar: string
  estatus: string
  postula: { clave: string }
  pagina: string
}

interface Lista {
  clave: string
  postulan: { postula: { clave: string }; encabeza: Persona | null }[]
}

/** Data of an answer: those of every tool together, for each has some of them. */
export interface Contestado {
  resultado: string
  mensaje?: string
  simulacro: boolean
  total?: number
  elementos?: Persona[]
  hojas?: { frente: Lista[]; reverso: Lista[] }[]
  opciones?: { clave: string }[]
  candidatura?: Record<string, unknown>
  preguntas?: { pregunta: string; respuestas: { nombre: string }[] }[]
  cita: { corte: number; fecha: string; direccion: string; datos: string; texto: string }
}

export type Preguntar = (herramienta: string, datos?: object) => Promise<Contestado>

/** A machine that asks, with the client of the protocol's own library. `mode`: the revision of the protocol that it speaks. */
export async function conectar(address: string, mode: 'legacy' | 'auto' = 'auto'): Promise<{ client: Client; preguntar: Preguntar }> {
  const client = new Client({ name: 'prueba', version: '1' }, { versionNegotiation: { mode } })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`)))
  return {
    client,
    preguntar: async (name, datos = {}) => {
      const { structuredContent, content, isError } = await client.callTool({ name, arguments: { ...datos } })
      if (isError) throw new Error(JSON.stringify(content))
      const [first] = content
      if (first?.type !== 'text' || first.text !== JSON.stringify(structuredContent)) throw new Error('text and data say different things')
      return structuredContent as unknown as Contestado
    },
  }
}
