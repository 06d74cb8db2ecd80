import { randomUUID } from 'node:crypto'
import { In, type EntityManager } from 'typeorm'
import { actividadesQueAbre } from '@conoceles/domain'
import { toIso } from '../../../shared/clock.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Acto, Acts } from '../../bitacora/index.ts'
import { readRows } from '../../../database/rows.ts'
import { Evento, SIN_REGISTRO } from './evento.entity.ts'
import { Programa } from './programa.entity.ts'

interface Approved {
  id: string
  numero: string
  fecha: string
  ocurridoEn: Date
  cargos: string[]
}

type Said = Pick<Evento, 'fecha' | 'ocurridoEn'> & { numero: string }

/** When an acuerdo was approved, as far as it says. */
const MOMENT = `coalesce((ac.aprobado_en at time zone $2)::date, ac.fecha)::text as fecha,
    coalesce(ac.aprobado_en, (ac.fecha + time '00:00') at time zone $2) as "ocurridoEn"`

const SAID = `select ac.numero, ${MOMENT} from captura.acuerdo ac where ac.id = $1`

/** An acuerdo approves the candidaturas that stand under it: one duty for each acuerdo, for any number of them. */
const APPROVED = `select ac.id, ac.numero,
    ${MOMENT}, array_agg(distinct g.clave) as cargos
  from captura.candidatura c join captura.acuerdo ac on ac.id = c.acuerdo_id join captura.cargo g on g.id = c.cargo_id
  where c.acuerdo_id in (select acuerdo_id from captura.candidatura where id = any($1) and estatus = 'aprobada') group by ac.id`

const PUBLISHED = `select (a.publicado_en at time zone $3)::date::text as fecha, a.publicado_en as "ocurridoEn"
  from captura.aviso_privacidad a where a.proceso_id = $1 and a.version = $2`

const tituloDe = (numero: string) => `Acuerdo ${numero}`

/** Opens duties to the INE that no calendar foresees; called as a consequence, in the transaction of the act. */
export class EventosService {
  constructor(
    private readonly procesos: ProcesosService,
    private readonly acts: Acts,
  ) {}

  /** Each acuerdo that approves some of these candidaturas opens the actividades of their cargos, due the next day. */
  async openByAcuerdo(tx: EntityManager, candidaturas: readonly string[]): Promise<void> {
    const { id: procesoId, zona, catalogos } = await this.procesos.proceso(tx)
    const approved = await readRows<Approved>(tx, APPROVED, [candidaturas, zona])
    for (const { id, numero, fecha, ocurridoEn, cargos } of approved) {
      const actividades = catalogos.listados
        .filter((listado) => listado.cargos.some((cargo) => cargos.includes(cargo)))
        .map(({ clave }) => clave)
      const row = {
        id: randomUUID(),
        procesoId,
        tipo: 'acuerdo_candidaturas' as const,
        actividades,
        fecha,
        ocurridoEn,
        acuerdoId: id,
        ...SIN_REGISTRO,
      }
      const known = await tx.findOneBy(Evento, { acuerdoId: id, tipo: row.tipo })
      if (known) await tx.update(Evento, { id: known.id }, { actividades, fecha, ocurridoEn })
      else await tx.insert(Evento, { ...row, titulo: tituloDe(numero) })
    }
  }

  /** An acuerdo was completed or corrected: the duty that it opened counts from its present day. */
  async refreshByAcuerdo(tx: EntityManager, entry: Acto): Promise<void> {
    const acuerdoId = entry.objeto?.id ?? ''
    const { zona } = await this.procesos.proceso(tx)
    const [said] = await readRows<Said>(tx, SAID, [acuerdoId, zona])
    if (!said) return
    await tx.update(Evento, { acuerdoId, tipo: 'acuerdo_candidaturas' }, { titulo: tituloDe(said.numero) })
    for (const evento of await tx.findBy(Evento, { acuerdoId })) {
      if (evento.fecha === said.fecha && evento.ocurridoEn.getTime() === said.ocurridoEn.getTime()) continue
      await tx.update(Evento, { id: evento.id }, { fecha: said.fecha, ocurridoEn: said.ocurridoEn })
      await this.acts.record(tx, entry, {
        acto: 'evento.movido',
        objeto: { tipo: 'evento', id: evento.id },
        detalle: { acuerdo: acuerdoId, de: toIso(evento.ocurridoEn), a: toIso(said.ocurridoEn), fecha: said.fecha },
      })
    }
  }

  /** Another version of a cuestionario is told to the INE: the term counts from the acuerdo of the Comisión that approved it. */
  async openByCuestionario(tx: EntityManager, { acuerdoId, titulo }: { acuerdoId: string; titulo: string }): Promise<void> {
    const { id: procesoId, zona } = await this.procesos.proceso(tx)
    const tipo = 'cuestionario_activado' as const
    const programa = await tx.findOneBy(Programa, { procesoId })
    const actividades = (programa?.contenido.actividades ?? []).filter(({ evento }) => evento?.tipo === tipo).map(({ clave }) => clave)
    const [acuerdo] = await readRows<Said>(tx, SAID, [acuerdoId, zona])
    if (!acuerdo || actividades.length === 0) return
    const { fecha, ocurridoEn } = acuerdo
    const known = await tx.findOneBy(Evento, { acuerdoId, tipo })
    if (known) await tx.update(Evento, { id: known.id }, { titulo: `${known.titulo}; ${titulo}` })
    else await tx.insert(Evento, { id: randomUUID(), procesoId, tipo, actividades, fecha, ocurridoEn, acuerdoId, titulo, ...SIN_REGISTRO })
  }

  /** A later version of the published aviso modifies a document of the programme: the term counts from its publication. */
  async openByAviso(tx: EntityManager, { entregable, version }: { entregable: string; version: number }): Promise<void> {
    const { id: procesoId, zona } = await this.procesos.proceso(tx)
    const tipo = 'modificacion' as const
    const programa = await tx.findOneBy(Programa, { procesoId })
    const { actividades = [] } = programa?.contenido ?? {}
    const abre = actividadesQueAbre({ actividades }, tipo)
    const modified = actividades.find(({ clave }) => clave === entregable)
    const [said] = await readRows<Pick<Evento, 'fecha' | 'ocurridoEn'>>(tx, PUBLISHED, [procesoId, version, zona])
    if (!said || !modified || abre.length === 0) return
    const causa = { texto: `${modified.numero} ${modified.nombre}, versión ${version - 1}`, entregable }
    const titulo = `Aviso de privacidad, versión ${version}`
    await tx.insert(Evento, {
      ...SIN_REGISTRO,
      id: randomUUID(),
      procesoId,
      tipo,
      actividades: abre,
      ...said,
      acuerdoId: null,
      titulo,
      causa,
    })
  }

  /** An undone version takes its duty along, unless somebody already worked on it; of one that is shared, its title. */
  async closeByCuestionario(
    tx: EntityManager,
    { acuerdoId, titulo }: { acuerdoId: string; titulo: string },
    conTrabajo: string[],
  ): Promise<void> {
    const known = await tx.findOneBy(Evento, { acuerdoId, tipo: 'cuestionario_activado' })
    if (!known) return
    const others = known.titulo.split('; ').filter((each) => each !== titulo)
    if (others.length > 0) await tx.update(Evento, { id: known.id }, { titulo: others.join('; ') })
    else await this.close(tx, [known.id], conTrabajo)
  }

  /** An undone import takes its acuerdos along, and with them the duties that nobody fulfilled yet, nor worked on. */
  async closeByAcuerdo(tx: EntityManager, acuerdos: readonly string[], conTrabajo: string[]): Promise<void> {
    const eventos = await tx.find(Evento, { select: { id: true }, where: { acuerdoId: In(acuerdos) } })
    await this.close(
      tx,
      eventos.map(({ id }) => id),
      conTrabajo,
    )
  }

  private async close(tx: EntityManager, eventos: string[], conTrabajo: string[]): Promise<void> {
    await tx.query(
      `delete from captura.evento e where e.id = any($1)
         and not exists (select 1 from captura.cumplimiento c where split_part(c.entregable, '/', 2) = e.id::text)
         and not exists (select 1 from unnest($2::text[]) w(clave) where split_part(w.clave, '/', 2) = e.id::text)`,
      [eventos, conTrabajo],
    )
  }
}
