import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Acto } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { prepared } from '../../../database/statements.ts'
import { toDate, toIso, type Clock } from '../../../shared/clock.ts'
import { CapturaAjena } from './captura-ajena.entity.ts'
import type { CapturaAjenaDto } from './captura.dto.ts'

const RECORD = prepared(
  'captura_ajena',
  `insert into captura.captura_ajena as a (id, candidatura_id, cuestionario, seccion, dia, cuenta_id, rol, actor_politico_id, primera_en, ultima_en, veces)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 1)
   on conflict on constraint captura_ajena_uq do update set ultima_en = excluded.ultima_en, veces = a.veces + 1`,
)

/** Acts of which a persona is told when somebody does them for her. */
type Ajena = 'captura.guardada' | 'fotografia.recibida' | 'fotografia.retirada' | 'consentimiento.otorgado'

/** Captures that others made for a persona: noted as they happen, and shown to her. */
export class AjenasService {
  constructor(
    private readonly clock: Clock,
    private readonly procesos: ProcesosService,
  ) {}

  /** One line for each section, account and day, however often it was saved: a form saves every few seconds. */
  async record(tx: EntityManager, { acto, cuentaId, rol, actorPoliticoId, objeto, detalle }: Acto<Ajena>): Promise<void> {
    if (rol !== 'captura' && rol !== 'validacion') return
    const { cuestionario, seccion } = 'seccion' in detalle ? detalle : { cuestionario: acto.split('.')[0], seccion: '' }
    const now = toDate(this.clock.now())
    const who = [cuentaId, rol, actorPoliticoId ?? null]
    await tx.query(RECORD, [randomUUID(), objeto?.id, cuestionario, seccion, this.clock.today().toString(), ...who, now])
  }

  /** The newest first. */
  async list(tx: EntityManager, candidaturaId: string): Promise<CapturaAjenaDto[]> {
    const rows = await tx.find(CapturaAjena, { where: { candidaturaId }, order: { ultimaEn: 'DESC', id: 'ASC' } })
    const actores = new Map((await this.procesos.actores(tx)).map(({ id, nombre }) => [id, nombre]))
    return rows.map(({ cuestionario, seccion, rol, actorPoliticoId, primeraEn, ultimaEn, veces }) => ({
      ...{ cuestionario, seccion, rol, primeraEn: toIso(primeraEn), ultimaEn: toIso(ultimaEn), veces },
      actorPolitico: (actorPoliticoId && actores.get(actorPoliticoId)) || null,
    }))
  }
}
