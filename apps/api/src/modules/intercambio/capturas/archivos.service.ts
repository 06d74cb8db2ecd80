import { findMojibake } from '@conoceles/domain'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import { toFilter, type CandidaturasService } from '../../registro/index.ts'
import { act, demandAbiertos, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import {
  detectFormato,
  refuse,
  type Fila,
  type FormatoArchivo,
  type ReadTabla,
  type TablaRefused,
  type Vista,
} from '../importaciones/index.ts'
import type { ArchivoCapturaDto, PersonaEscritaDto } from './archivos.dto.ts'
import { preguntasDe, reconocedorDe, type PreguntaEscrita } from './etiquetas.ts'
import { posiblesDe, type Persona } from './personas.ts'
import { encabezadoDe, piezasDeFormulario, piezasDeLista, type Pieza } from './piezas.ts'
import { valorDe } from './valores.ts'

interface Services {
  vigentes: CuestionariosVigentes
  candidaturas: CandidaturasService
  readTabla: ReadTabla
}

export interface ArchivoEscrito {
  nombre: string
  contenido: Buffer
  /** Labels that somebody explained, by their plain key. */
  etiquetas: ReadonlyMap<string, string | null>
}

type Reconocer = ReturnType<typeof reconocedorDe>

interface Lector {
  reconocer: Reconocer
  /** Questions that take a text of many lines. */
  largas: ReadonlySet<string>
}

/** Formats of the files that parties keep their answers in. */
const FORMATOS: readonly FormatoArchivo[] = ['docx', 'xlsx', 'xls', 'csv']
const PART = 500
/** Rows of all sheets together: a file of a party has one for each persona, or for each question. */
const MAX_FILAS = 5_000
export const MAX_BYTES = 8 * 1024 * 1024

/**
 * Answers that a party has written in files: whose they are, and to which questions. Nothing is stored, neither the file nor a word of it; the console
 * shows what was understood and saves it as any other answer. Identity answers are never read from a file.
 */
export class ArchivosCapturaService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async leer(quien: Quien, archivo: ArchivoEscrito): Promise<ArchivoCapturaDto> {
    const { preguntas, personas } = await act(this.deps.databases, quien, async (tx) => {
      await demandAbiertos(tx)
      const curricular = (await this.services.vigentes.list(tx)).find(({ row }) => row.tipo === 'curricular')
      return { preguntas: curricular ? preguntasDe(curricular.compiled) : [], personas: await this.personas(tx, quien) }
    })
    const largas = new Set(preguntas.filter(({ question }) => question['x-presentacion'] === 'parrafos').map(({ campo }) => campo))
    const { piezas, avisos } = await this.read(archivo, { reconocer: reconocedorDe(preguntas, archivo.etiquetas), largas })
    return {
      archivo: archivo.nombre,
      preguntas: preguntas.map(({ question: _, ...pregunta }) => pregunta),
      personas: piezas.map((pieza) => toPersona(pieza, { personas, preguntas, archivo: archivo.nombre })),
      avisos: piezas.length === 0 && avisos.length === 0 ? [NADA] : avisos,
    }
  }

  /** Those that the account can reach: of its actor político, or her own. */
  private async personas(tx: Parameters<CandidaturasService['list']>[0], quien: Quien): Promise<Persona[]> {
    const found: Persona[] = []
    let despues: string | null = null
    do {
      const page = await this.services.candidaturas.list(tx, quien, {
        filter: VIGENTES,
        pagina: { orden: 'boleta', despues, limite: PART },
      })
      found.push(...page.elementos)
      despues = page.siguiente
    } while (despues !== null)
    return found
  }

  private async read({ nombre, contenido }: ArchivoEscrito, { reconocer, largas }: Lector): Promise<{ piezas: Pieza[]; avisos: string[] }> {
    const formato = detectFormato(contenido, nombre, FORMATOS)
    if (typeof formato !== 'string') throw refused(mendedBy(nombre, formato))
    const hojas = new Map<string, { encabezado: Fila | null; filas: Fila[] }>()
    let total = 0
    const stopped = await this.services.readTabla(
      { content: contenido, nombreArchivo: nombre },
      {
        choose: (vistas) => {
          for (const vista of vistas.filter(({ oculta }) => !oculta))
            hojas.set(vista.hoja, { encabezado: headingsOf(vista, formato, reconocer), filas: [] })
          const lecturas = [...hojas].map(([hoja, { encabezado }]) => ({
            hoja,
            encabezado: encabezado?.numero ?? 0,
            alto: encabezado ? 1 : 0,
          }))
          return Promise.resolve(lecturas.length === 0 ? null : lecturas)
        },
        take: (hoja, filas) => {
          total += filas.length
          if (total > MAX_FILAS) throw refused(refuse('demasiadas_filas'))
          hojas.get(hoja)?.filas.push(...filas)
          return Promise.resolve()
        },
      },
    )
    if (stopped) throw refused(stopped)
    const piezas = [...hojas].flatMap(([hoja, { encabezado, filas }]) =>
      encabezado
        ? piezasDeLista(filas, { encabezado, hoja, reconocer })
        : piezasDeFormulario(filas, { sitio: formato === 'docx' ? '' : hoja, reconocer, largas }),
    )
    const broken = piezas.some(({ respuestas }) => respuestas.some(({ texto }) => findMojibake(texto)))
    return { piezas, avisos: broken ? [ACENTOS] : [] }
  }
}

const VIGENTES = toFilter({ estatus: 'aprobada' })
const NADA = 'No se encontró ninguna respuesta: ningún encabezado ni etiqueta es de una pregunta del cuestionario.'
const ACENTOS = 'El archivo tiene acentos rotos. Guárdelo de nuevo como XLSX o DOCX antes de usarlo.'

/** A document has labels down its page; a sheet may have them across. */
function headingsOf({ filas }: Vista, formato: FormatoArchivo, reconocer: Reconocer): Fila | null {
  if (formato === 'docx') return null
  const found = encabezadoDe(filas, reconocer)
  if (found === null && formato === 'csv') return filas[0] ?? null
  return found
}

function refused({ razon }: TablaRefused): AppError {
  return new AppError('entrada.archivo_invalido', { errors: [{ field: 'archivo', reasons: [razon] }] })
}

/** Word's old format and PDF are the two that people try: each is told the way out. */
function mendedBy(nombre: string, found: TablaRefused): TablaRefused {
  const way = WAYS[nombre.split('.').at(-1)?.toLowerCase() ?? '']
  return way === undefined ? found : { ...found, razon: way }
}

const WAYS: Readonly<Record<string, string>> = {
  doc: 'Es un documento de Word de los de antes. Ábralo y guárdelo como .docx.',
  pdf: 'De un PDF no se pueden tomar respuestas. Use el documento de Word o la hoja de la que salió.',
  odt: 'Guárdelo como .docx.',
  ods: 'Guárdelo como .xlsx.',
}

function toPersona(
  pieza: Pieza,
  { personas, preguntas, archivo }: { personas: readonly Persona[]; preguntas: readonly PreguntaEscrita[]; archivo: string },
): PersonaEscritaDto {
  const { datos, respuestas, sobrantes, sitio } = pieza
  return {
    sitio,
    nombre: [datos.nombre, datos.primer_apellido, datos.segundo_apellido].filter((part) => part !== undefined).join(' '),
    candidaturas: posiblesDe(pieza, personas, archivo).map(({ persona: { id, nombre, cargoNombre, lugar, folio }, segura }) => ({
      ...{ id, nombre, cargoNombre, lugar, folio, segura },
    })),
    respuestas: respuestas.flatMap(({ campo, etiqueta, texto }) => {
      const question = preguntas.find((pregunta) => pregunta.campo === campo)?.question
      if (!question) return []
      const read = valorDe(question, texto)
      return [
        {
          campo,
          etiqueta,
          texto,
          ...('valor' in read ? { respuesta: { [campo]: read.valor }, razones: [] } : { respuesta: null, razones: [read.razon] }),
        },
      ]
    }),
    sobrantes,
  }
}
