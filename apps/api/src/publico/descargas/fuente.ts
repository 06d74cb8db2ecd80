import { parseJson } from '@conoceles/domain/typed'
import type {
  CandidaturaPublicaDto,
  EstadisticaDto,
  ListContiendasDto,
  PoliticaPublicaDto,
  ProcesoPublicoDto,
  TerritorioDto,
} from '../lectura/index.ts'
import type { CatalogoPublicoDto, DiccionarioDto } from './diccionario.dto.ts'

export type Candidatura = CandidaturaPublicaDto

/** Corte of the data. */
export interface CorteDeDatos {
  numero: number
  en: string
  /** SHA-256 of its signed header. */
  sha256: string
}

/** Reader of the public answers of one corte. */
interface FuenteCorte {
  corte: CorteDeDatos
  origen: string
  /** Bytes of a public answer; null when this corte has none at that path. */
  recurso(ruta: string): Promise<Buffer | null>
}

/** Data that explain the candidaturas and go beside them. */
export interface Sitio {
  corte: CorteDeDatos
  /** Address that the outside uses. */
  origen: string
  proceso: ProcesoPublicoDto
  contiendas: ListContiendasDto['elementos']
  catalogos: CatalogoPublicoDto[]
  /** Null in a corte that has none. */
  territorio: TerritorioDto | null
  diccionario: Pick<DiccionarioDto, 'campos' | 'grupos' | 'licencias'>
  /** Null before the first policy. */
  politica: PoliticaPublicaDto | null
  estadisticas: EstadisticaDto[]
}

export async function readSitio(fuente: FuenteCorte): Promise<Sitio> {
  const json = async <T>(ruta: string): Promise<T | null> => {
    const bytes = await fuente.recurso(ruta)
    return bytes && parseJson<T>(bytes.toString('utf8'))
  }
  const list = async <T>(ruta: string): Promise<T[]> => (await json<{ elementos: T[] }>(ruta))?.elementos ?? []
  const proceso = await json<ProcesoPublicoDto>('proceso')
  if (!proceso) throw new Error('this corte has no proceso')
  const tablas = await list<{ clave: string }>('estadisticas')
  const estadisticas = await Promise.all(tablas.map(({ clave }) => json<EstadisticaDto>(`estadisticas/${clave}`)))
  return {
    corte: fuente.corte,
    origen: fuente.origen,
    proceso,
    contiendas: await list('contiendas'),
    catalogos: await list('catalogos'),
    territorio: await json('territorio'),
    diccionario: (await json<DiccionarioDto>('diccionario')) ?? { campos: [], grupos: [], licencias: [] },
    politica: await json('politica'),
    estadisticas: estadisticas.flatMap((tabla) => tabla ?? []),
  }
}
