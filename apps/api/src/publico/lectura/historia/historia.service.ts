import type { Reader } from '../../../database/reader.ts'
import { Temporal } from 'temporal-polyfill'
import { parseJson } from '@conoceles/domain/typed'
import { toIso, type Clock } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { CorteVigenteDto, HistoriaPublicaDto } from './historia.dto.ts'
import {
  findCorteEn,
  findNombre,
  findUltimoCorte,
  listNovedades,
  listPerdidas,
  listVersiones,
  type VersionRow,
} from './historia.queries.ts'
import type { Canal, Novedad } from '../novedades.ts'
import { PLAIN } from '../../engine/encodings.ts'
import { readVigentes } from '../lectura.queries.ts'
import { listCortes, type StoredCorte } from '../pruebas/pruebas.queries.ts'

/** Cortes that a feed tells of, and candidaturas of each kind that it names in each. */
const CORTES = 50
const POR_CORTE = 50

/** Public history: of a candidatura, of the proceso, and as news. */
export class HistoriaService {
  constructor(
    private readonly lector: Reader,
    private readonly clock: Clock,
    private readonly origen: string,
  ) {}

  async candidatura(id: string): Promise<HistoriaPublicaDto> {
    const versiones = await listVersiones(this.lector, `candidaturas/${id}`)
    const corte = await findUltimoCorte(this.lector)
    if (versiones.length === 0 || !corte) throw new AppError('ruta.no_existe')
    const nombre = await findNombre(this.lector, id)
    return { id, nombre, versiones: versiones.map(toVersion), corte: { numero: corte.numero, en: toIso(corte.en) } }
  }

  async corteEn(en: string | null): Promise<CorteVigenteDto> {
    if (en !== null && this.isToCome(en)) throw new AppError('corte.por_venir')
    const row = await findCorteEn(this.lector, en)
    if (!row) throw new AppError('ruta.no_existe')
    const { numero, sha256, hasta, hastaEn, recursos, candidaturas } = row
    return {
      numero,
      en: toIso(row.en),
      sha256,
      hasta: refOf(hasta, hastaEn),
      candidaturas,
      recursos,
      manifiesto: `/api/v1/publico/cortes/${numero}`,
    }
  }

  /** The rest of today has the newest corte; nobody knows what will be public on a later day. */
  private isToCome(en: string): boolean {
    const day = Temporal.Instant.from(en).toZonedDateTimeISO(this.clock.zona).toPlainDate()
    return Temporal.PlainDate.compare(day, this.clock.today()) > 0
  }

  async canal(): Promise<Canal> {
    const cortes = (await listCortes(this.lector, null)).slice(0, CORTES)
    const [newest] = cortes
    if (!newest) throw new AppError('ruta.no_existe')
    const range = { desde: cortes.at(-1)?.numero ?? 0, hasta: newest.numero, porCorte: POR_CORTE }
    const rows = await listNovedades(this.lector, range)
    const perdidas = await listPerdidas(this.lector, range)
    const proceso = await this.proceso()
    return {
      ...proceso,
      origen: this.origen,
      actualizado: toIso(newest.en),
      novedades: cortes.map((corte) =>
        toNovedad(
          { ...corte, cambio: perdidas.get(corte.numero) ?? corte.en },
          rows.filter((row) => row.corte === corte.numero),
        ),
      ),
    }
  }

  private async proceso(): Promise<Pick<Canal, 'titulo' | 'autor' | 'simulacro'>> {
    const [recurso] = await readVigentes(this.lector, [{ ruta: 'proceso', construccion: null, acepta: PLAIN }])
    if (!recurso) throw new AppError('ruta.no_existe')
    const { nombre, instituto, simulacro } = parseJson<{ nombre: string; instituto: { nombre: string }; simulacro: boolean }>(
      recurso.body.toString('utf8'),
    )
    return { titulo: nombre, autor: instituto.nombre, simulacro }
  }
}

function toVersion({ sha256, bytes, desde, desdeEn, hasta, hastaEn }: VersionRow): HistoriaPublicaDto['versiones'][number] {
  return {
    desde: { numero: desde, en: toIso(desdeEn) },
    hasta: refOf(hasta, hastaEn),
    estatus: hasta === null ? 'vigente' : 'anterior',
    sha256,
    bytes,
    url: hasta === null ? `/api/v1/publico/recursos/${sha256}` : null,
  }
}

function refOf(numero: number | null, en: Date | null): { numero: number; en: string } | null {
  return numero === null || en === null ? null : { numero, en: toIso(en) }
}

function toNovedad(corte: StoredCorte & { cambio: Date }, rows: Awaited<ReturnType<typeof listNovedades>>): Novedad {
  const { numero, sha256 } = corte
  const grupo = (tipo: (typeof rows)[number]['tipo']) => {
    const own = rows.filter((row) => row.tipo === tipo)
    const nombradas = own.flatMap(({ id, nombre, cargo, lugar }) =>
      id && nombre ? [{ id, nombre, cargo: cargo ?? '', lugar: lugar ?? '' }] : [],
    )
    return { cuantas: own[0]?.cuantas ?? 0, nombradas }
  }
  const instants = { en: toIso(corte.en), cambio: toIso(corte.cambio) }
  return { numero, ...instants, sha256, publicadas: grupo('publicada'), actualizadas: grupo('actualizada'), retiradas: grupo('retirada') }
}
