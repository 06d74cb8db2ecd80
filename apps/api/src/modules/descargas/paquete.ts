import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate as turn } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import type { Documentos } from '../../shared/documentos/documentos.ts'
import { AppError } from '../../shared/errors.ts'
import { packZip } from '../../shared/zip.ts'
import { toDatapackage } from './datapackage.ts'
import { toDcat } from './dcat.ts'
import { readSitio, type Candidatura, type FuenteCorte, type Sitio } from './fuente.ts'
import { toLibro } from './libro.ts'
import { ARCHIVOS, archivoDe, DATOS, type Archivo, type NombreArchivo } from './archivos.ts'
import { tablaCandidaturas } from './tabla-candidaturas.ts'
import { entradasDe, TABLA_DICCIONARIO } from './tabla-diccionario.ts'
import { columnasIne, estaEnLibro } from './tabla-ine.ts'
import { encabezadosCsv, filaDe, toCsv, type Tabla, type Valor } from './tabla.ts'
import { celdasDe, TABLA_ACTORES, TABLA_CONTIENDAS, TABLA_ESTADISTICAS } from './tablas-sitio.ts'
import { TextoComprimido, type Descarga } from './texto-comprimido.ts'

interface PaqueteParts {
  documentos: Documentos
  /** Address that the outside uses. */
  origen: string
}

/** The pages themselves, one a line: what all else is made of. */
interface Lineas {
  descarga: Descarga
  cuantas: number
}

/** Rows between two turns of the event loop. */
const BATCH = 250
/** A workbook of more rows takes the memory of the whole server. */
const LIBRO_MAXIMO = 20_000

/** Every download of one corte. Each is made when somebody asks for it first, from the same lines. */
export class Paquete {
  private readonly made = new Map<NombreArchivo, Promise<Descarga>>()

  private constructor(
    readonly sitio: Sitio,
    private readonly lineas: Lineas,
    private readonly parts: PaqueteParts,
  ) {}

  /** Reads the corte once. */
  static async leer(fuente: FuenteCorte, parts: PaqueteParts): Promise<Paquete> {
    const sitio = await readSitio(fuente)
    const text = new TextoComprimido(archivoDe('candidaturas.jsonl'))
    let cuantas = 0
    for await (const documentos of fuente.documentos()) {
      cuantas += documentos.length
      await text.write(Buffer.concat(documentos.flatMap((documento) => [trimmed(documento), NEWLINE])))
      await turn()
    }
    return new Paquete(sitio, { descarga: await text.end(), cuantas }, parts)
  }

  /** What fails is tried anew by whoever asks next. */
  archivo(nombre: NombreArchivo): Promise<Descarga> {
    const known = this.made.get(nombre)
    if (known) return known
    const making = this.hacer(nombre)
    this.made.set(nombre, making)
    making.catch(() => this.made.delete(nombre))
    return making
  }

  /** The files that are data, as far as this corte has them. */
  datos(): Archivo[] {
    return DATOS.filter(({ archivo }) => archivo !== 'candidaturas.xlsx' || this.lineas.cuantas <= LIBRO_MAXIMO)
  }

  private hacer(nombre: NombreArchivo): Promise<Descarga> {
    const makers: Record<NombreArchivo, () => Promise<Descarga>> = {
      'candidaturas.csv': () => this.deCandidaturas('candidaturas.csv'),
      'candidaturas.jsonl': () => Promise.resolve(this.lineas.descarga),
      'candidaturas.xlsx': () => this.libro(),
      'columnas-ine.csv': () => this.deIne(),
      'contiendas.csv': () => deTabla(TABLA_CONTIENDAS, this.sitio.contiendas),
      'actores.csv': () => deTabla(TABLA_ACTORES, this.sitio.proceso.actoresPoliticos),
      'estadisticas.csv': () => deTabla(TABLA_ESTADISTICAS, celdasDe(this.sitio)),
      'diccionario.csv': () => deTabla(TABLA_DICCIONARIO, entradasDe(this.tablas(), this.sitio)),
      'datapackage.json': async () => texto('datapackage.json', toDatapackage(await this.descrito())),
      'dcat.jsonld': async () => texto('dcat.jsonld', toDcat(await this.descrito())),
      'todo.zip': () => this.zip(),
    }
    return makers[nombre]()
  }

  tablas(): Tabla<never>[] {
    const tablas = [tablaCandidaturas(this.sitio), columnasIne(this.sitio).tabla, TABLA_CONTIENDAS, TABLA_ACTORES, TABLA_ESTADISTICAS]
    return [...tablas, TABLA_DICCIONARIO] as Tabla<never>[]
  }

  private async descrito() {
    const descargas: Descarga[] = []
    for (const { archivo } of this.datos()) descargas.push(await this.archivo(archivo))
    return { sitio: this.sitio, tablas: this.tablas(), descargas, origen: this.parts.origen }
  }

  private async deCandidaturas(nombre: 'candidaturas.csv'): Promise<Descarga> {
    const tabla = tablaCandidaturas(this.sitio)
    return this.csv(nombre, { encabezados: tabla.columnas.map((columna) => columna.nombre), fila: (row) => filaDe(tabla, row) })
  }

  private async deIne(): Promise<Descarga> {
    const { tabla, fila } = columnasIne(this.sitio)
    const encabezados = tabla.columnas.map(({ nombre }) => nombre)
    return this.csv('columnas-ine.csv', { encabezados, fila: (row) => (estaEnLibro(row) ? fila(row) : null) })
  }

  private async csv(
    nombre: NombreArchivo,
    { encabezados, fila }: { encabezados: string[]; fila: (row: Candidatura) => readonly Valor[] | null },
  ): Promise<Descarga> {
    const text = new TextoComprimido(archivoDe(nombre))
    await text.write(encabezadosCsv(encabezados))
    for await (const rows of this.candidaturas())
      await text.write(toCsv(rows.flatMap((row) => [fila(row) ?? []].filter(({ length }) => length > 0))))
    return text.end()
  }

  private async libro(): Promise<Descarga> {
    if (this.lineas.cuantas > LIBRO_MAXIMO) throw new AppError('exportacion.demasiado_grande')
    const tabla = tablaCandidaturas(this.sitio)
    const filas: Valor[][] = []
    for await (const rows of this.candidaturas()) filas.push(...rows.map((row) => filaDe(tabla, row)))
    const plano = await this.parts.documentos.workbook(
      toLibro(this.sitio, { tabla, filas, entradas: entradasDe(this.tablas(), this.sitio) }),
      'xlsx',
    )
    return { ...archivoDe('candidaturas.xlsx'), bytes: plano.length, sha256: sha256(plano), contenido: { plano } }
  }

  /** One file of one corte: whoever has it has files that belong together. */
  private async zip(): Promise<Descarga> {
    const entries = []
    for (const { archivo } of [...this.datos(), ...DESCRIPCIONES]) {
      entries.push({ ruta: archivo, contenido: await planoDe(await this.archivo(archivo)) })
    }
    const plano = await packZip(entries)
    return { ...archivoDe('todo.zip'), bytes: plano.length, sha256: sha256(plano), contenido: { plano } }
  }

  /** The pages again, some at a time. */
  private async *candidaturas(): AsyncGenerator<Candidatura[]> {
    let rows: Candidatura[] = []
    for await (const line of createInterface({ input: openPlano(this.lineas.descarga) })) {
      rows.push(JSON.parse(line) as Candidatura)
      if (rows.length < BATCH) continue
      yield rows
      rows = []
      await turn()
    }
    if (rows.length > 0) yield rows
  }
}

const NEWLINE = Buffer.from('\n')
const SPACE = 32
const DESCRIPCIONES = ARCHIVOS.filter(({ clase }) => clase === 'descripcion')

/** Pages are filled up with blanks to one size. */
function trimmed(documento: Buffer): Buffer {
  let end = documento.length
  while (end > 0 && documento[end - 1] === SPACE) end -= 1
  return documento.subarray(0, end)
}

async function deTabla<T>(tabla: Tabla<T>, rows: readonly T[]): Promise<Descarga> {
  const text = new TextoComprimido(archivoDe(tabla.archivo as NombreArchivo))
  await text.write(encabezadosCsv(tabla.columnas.map(({ nombre }) => nombre)))
  await text.write(toCsv(rows.map((row) => filaDe(tabla, row))))
  return text.end()
}

async function texto(nombre: NombreArchivo, body: object): Promise<Descarga> {
  const text = new TextoComprimido(archivoDe(nombre))
  await text.write(`${JSON.stringify(body, null, 2)}\n`)
  return text.end()
}

export function openPlano({ contenido }: Descarga): Readable {
  return 'plano' in contenido ? Readable.from([contenido.plano]) : Readable.from([contenido.gzip]).pipe(createGunzip())
}

export function planoDe(descarga: Descarga): Promise<Buffer> {
  return buffer(openPlano(descarga))
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
