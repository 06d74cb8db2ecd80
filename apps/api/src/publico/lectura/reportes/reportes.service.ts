import { randomInt } from 'node:crypto'
import type { Reader } from '../../../database/reader.ts'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Clock } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { readRows } from '../../../database/rows.ts'
import type { ReportarErrorDto } from './reportes.dto.ts'

/** Reports that the whole takes in a day, those that may wait to be read, and those of one network in a day. */
const LIMITES = { dia: 300, espera: 3_000, red: 20 }
/** Networks that are remembered; with more, all begin anew. */
const REDES = 20_000

/** Without the letters and digits that are read one for the other. */
const SIGNS = '23456789ACDEFGHJKLMNPQRTUVWXYZ'
const LONG = 8

/** Takes reports about a page. It keeps nothing about their authors: networks are counted in memory, for a day. */
export class ReportesPublicosService {
  private redes = new Map<string, number>()
  private dia = ''

  constructor(
    private readonly lector: Reader,
    private readonly clock: Pick<Clock, 'today' | 'system'>,
  ) {}

  /** @returns the folio; the same words of the same page on one day have one. */
  async recibir({ pagina, texto, respuesta }: ReportarErrorDto, red: string): Promise<string> {
    const hoy = this.clock.today().toString()
    this.count(red)
    const clean = texto.trim()
    const nuevo = { pagina, texto: clean, pideRespuesta: respuesta === 'si', huella: sha256(canonical([pagina, clean])), folio: newFolio() }
    const [row] = await readRows<{ folio: string | null }>(this.lector, 'select publico.recibir_reporte($1, $2, $3, $4) as folio', [
      JSON.stringify(nuevo),
      hoy,
      LIMITES.dia,
      LIMITES.espera,
    ])
    if (!row?.folio) throw new AppError('reporte.cupo')
    return row.folio
  }

  /** By the machine's day: the legal clock of a simulacro may stand still. */
  private count(red: string): void {
    const dia = this.clock.system().toString().slice(0, 10)
    if (dia !== this.dia || this.redes.size >= REDES) this.redes = new Map()
    this.dia = dia
    const veces = (this.redes.get(red) ?? 0) + 1
    if (veces > LIMITES.red) throw new AppError('reporte.cupo')
    this.redes.set(red, veces)
  }
}

function newFolio(): string {
  return `E-${Array.from({ length: LONG }, () => SIGNS[randomInt(SIGNS.length)]).join('')}`
}
