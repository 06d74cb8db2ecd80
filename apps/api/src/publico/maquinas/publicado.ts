import { createBuscador, type Buscador } from '@conoceles/domain/busqueda'
import { leerIndice, type FilaIndice, type IndicePublico } from '@conoceles/domain'
import type { Reader } from '../../database/reader.ts'
import { AppError } from '../../shared/http/errors.ts'
import { PLAIN, type Reading } from '../engine/encodings.ts'
import {
  readUltimoCorte,
  type AnswersCache,
  type CalendarioPublicoDto,
  type ListContiendasDto,
  type ListEstadisticasDto,
  type ProcesoPublicoDto,
  type PublicoService,
  type TerritorioDto,
} from '../lectura/index.ts'

/** Answers that a whole corte shares, by their path. */
interface Comunes {
  proceso: ProcesoPublicoDto
  contiendas: ListContiendasDto
  territorio: TerritorioDto
  calendario: CalendarioPublicoDto
  estadisticas: ListEstadisticasDto
}

interface Nombres {
  filas: FilaIndice[]
  buscador: Buscador
}

/** Reads the public answers as data. Those that everybody shares are read once a corte. */
export class Publicado {
  private corte = -1
  private readonly guardados = new Map<string, Promise<unknown>>()

  constructor(
    readonly publico: PublicoService,
    private readonly parts: { lector: Reader; cache: Pick<AnswersCache, 'known'> },
  ) {}

  comun<K extends keyof Comunes>(ruta: K): Promise<Comunes[K]> {
    return this.guardado(ruta, () => leer<Comunes[K]>(this.publico.recurso(ruta)))
  }

  /** Every name of the index, to be found also when it is misspelt. */
  nombres(): Promise<Nombres> {
    return this.guardado('indice', async () => {
      const filas = leerIndice(await leer<IndicePublico>(this.publico.recurso('indice')))
      return { filas, buscador: createBuscador(filas) }
    })
  }

  ultimoCorte(): ReturnType<typeof readUltimoCorte> {
    return readUltimoCorte(this.parts.lector)
  }

  private guardado<T>(clave: string, make: () => Promise<T>): Promise<T> {
    const { known } = this.parts.cache
    if (known !== this.corte) this.guardados.clear()
    this.corte = known
    const found = this.guardados.get(clave)
    // Only `make` of this key put it there.
    if (found) return found as Promise<T>
    const made = make()
    if (known >= 0) this.guardados.set(clave, made)
    made.catch(() => this.guardados.delete(clave))
    return made
  }
}

/** The JSON of a public answer. */
export async function leer<T>(reading: Reading): Promise<T> {
  return JSON.parse((await reading(PLAIN)).body.toString('utf8')) as T
}

/** The same; null where nothing is public there. */
export async function leerSiHay<T>(reading: Reading): Promise<T | null> {
  try {
    return await leer<T>(reading)
  } catch (error) {
    if (error instanceof AppError && error.code === 'ruta.no_existe') return null
    throw error
  }
}
