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
import { preguntasDe, reconocedorDe } from './etiquetas.ts'
import { piezasDeFormulario } from './formularios.ts'
import { encabezadoDe, piezasDeLista, type Encabezado } from './listas.ts'
import { nombresDe, posiblesDe, type Persona } from './personas.ts'
import type { Lector, Pieza } from './piezas.ts'
import { respuestasDe } from './respuestas.ts'

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
    const { compiled, personas } = await act(this.deps.databases, quien, async (tx) => {
      await demandAbiertos(tx)
      const curricular = (await this.services.vigentes.list(tx)).find(({ row }) => row.tipo === 'curricular')
      return { compiled: curricular?.compiled ?? null, personas: await this.personas(tx, quien) }
    })
    if (!compiled) return { archivo: archivo.nombre, preguntas: [], personas: [], avisos: [NADA] }
    const preguntas = preguntasDe(compiled)
    const largas = new Set(preguntas.filter(({ question }) => question['x-presentacion'] === 'parrafos').map(({ campo }) => campo))
    const lector = { reconocer: reconocedorDe(preguntas, archivo.etiquetas), esNombre: nombresDe(personas), largas }
    const { piezas, avisos } = await this.read(archivo, lector)
    return {
      archivo: archivo.nombre,
      preguntas: preguntas.map(({ question: _, ...pregunta }) => pregunta),
      personas: piezas.map((pieza) => toPersona(pieza, { personas, compiled, preguntas, archivo: archivo.nombre })),
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

  private async read({ nombre, contenido }: ArchivoEscrito, lector: Lector): Promise<{ piezas: Pieza[]; avisos: string[] }> {
    const formato = detectFormato(contenido, nombre, FORMATOS)
    if (typeof formato !== 'string') throw refused(mendedBy(nombre, formato))
    const hojas = new Map<string, { encabezado: Encabezado | null; filas: Fila[] }>()
    let total = 0
    const stopped = await this.services.readTabla(
      { content: contenido, nombreArchivo: nombre },
      {
        choose: (vistas) => {
          for (const vista of vistas.filter(({ oculta }) => !oculta))
            hojas.set(vista.hoja, { encabezado: headingsOf(vista, formato, lector), filas: [] })
          const lecturas = [...hojas].map(([hoja, { encabezado }]) => ({
            hoja,
            encabezado: encabezado?.numero ?? 0,
            alto: encabezado?.alto ?? 0,
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
        ? piezasDeLista(filas, { columnas: encabezado.columnas, hoja })
        : piezasDeFormulario(filas, { sitio: formato === 'docx' ? '' : hoja, lector }),
    )
    return { piezas, avisos: avisosOf(piezas) }
  }
}

const VIGENTES = toFilter({ estatus: 'aprobada' })
const NADA = 'No se encontró ninguna respuesta: ningún encabezado ni etiqueta es de una pregunta del cuestionario.'
const ACENTOS = 'El archivo tiene acentos rotos. Guárdelo de nuevo como XLSX o DOCX antes de usarlo.'

function avisosOf(piezas: readonly Pieza[]): string[] {
  const broken = piezas.some(({ respuestas }) => respuestas.some(({ texto }) => findMojibake(texto)))
  const personales = [...new Set(piezas.flatMap((pieza) => pieza.personales))]
  return [...(broken ? [ACENTOS] : []), ...(personales.length > 0 ? [`${PERSONALES} ${personales.join(', ')}.`] : [])]
}

const PERSONALES = 'Estos datos son personales y no se tomaron:'

/** A document has labels down its page; a sheet may have them across. */
function headingsOf(vista: Vista, formato: FormatoArchivo, lector: Lector): Encabezado | null {
  return formato === 'docx' ? null : encabezadoDe(vista, lector)
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
  { personas, archivo, ...cuestionario }: { personas: readonly Persona[]; archivo: string } & Parameters<typeof respuestasDe>[1],
): PersonaEscritaDto {
  const { datos, sobrantes, sitio } = pieza
  return {
    sitio,
    nombre: [datos.nombre, datos.primer_apellido, datos.segundo_apellido].filter((part) => part !== undefined).join(' '),
    candidaturas: posiblesDe(pieza, personas, archivo).map(({ persona, segura }) => {
      const { id, nombre, cargoNombre, lugar, numero, calidad } = persona
      return { ...{ id, nombre, cargoNombre, lugar, numero, calidad }, segura }
    }),
    respuestas: respuestasDe(pieza, cuestionario),
    sobrantes,
  }
}
