import type { EntityManager } from 'typeorm'
import { longDate, puede, type EleccionConsentimiento, type Rol } from '@conoceles/domain'
import type { ActividadesService } from '../../programa/actividades/index.ts'
import { AvisoPrivacidad, type AvisosPrivacidadService } from '../../captura/avisos/index.ts'
import type { PendienteDto } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Clock } from '../../../shared/clock.ts'
import { BorradorAviso } from './borrador-aviso.entity.ts'
import { countPorRenovar } from './avisos.queries.ts'

interface Services {
  procesos: ProcesosService
  actividades: ActividadesService
  avisos: AvisosPrivacidadService
}

const AVISOS = '/avisos-privacidad'

/** Duties about the aviso de privacidad: an approval that is late, a version that waits, consents that are asked for again. */
export class PendientesAvisoService {
  constructor(
    private readonly clock: Clock,
    private readonly services: Services,
  ) {}

  async pendientes(tx: EntityManager, quien: Quien): Promise<PendienteDto[]> {
    if (puede(quien.rol, 'consentimiento.otorgar')) return this.renovaciones(tx, quien)
    if (!puede(quien.rol, 'avisos.ver') || !ANSWERS.includes(quien.rol)) return []
    return [...(await this.sinAprobacion(tx)), ...(await this.versiones(tx, quien))]
  }

  /** The day of the actividad passed, and nothing tells that the Comité approved the aviso: neither evidence, nor the version in force. */
  private async sinAprobacion(tx: EntityManager): Promise<PendienteDto[]> {
    const { catalogos } = await this.services.procesos.proceso(tx)
    const [entregable] = catalogos.aviso.entregable ? await this.services.actividades.details(tx, [catalogos.aviso.entregable]) : []
    const late = entregable?.hitos.find(({ milestone, estatus }) => milestone === 'comite' && estatus === 'vencida')
    const rige = await this.services.avisos.findVigente(tx)
    if (!late?.vence || rige?.aprobacion.fecha) return []
    const texto = `Falta la aprobación del Comité de Transparencia al aviso de privacidad: vencía el ${longDate(late.vence)}`
    return [{ clave: 'aviso_sin_aprobacion', texto, cuantas: 1, venceEn: late.venceEn, enlace: `${AVISOS}/versiones` }]
  }

  private async versiones(tx: EntityManager, { rol }: Quien): Promise<PendienteDto[]> {
    const rows = await tx.find(BorradorAviso, { order: { guardadoEn: 'ASC' } })
    const hoy = this.clock.today().toString()
    const numero = await tx.count(AvisoPrivacidad)
    const nombre = `la versión ${numero + 1} del aviso de privacidad`
    return rows.flatMap((row) => pendienteOf(row, { nombre, hoy, rol }))
  }

  private async renovaciones(tx: EntityManager, { candidaturaId }: Quien): Promise<PendienteDto[]> {
    const asked = await this.services.avisos.porRenovarDeTodos(tx)
    const cuantas = asked.size === 0 ? 0 : await countPorRenovar(tx, pairsOf(asked))
    if (cuantas === 0) return []
    const texto = cuantas === 1 ? 'Volver a decidir sobre el consentimiento: el aviso de privacidad cambió' : `Volver a pedir el consentimiento de ${cuantas.toLocaleString('es-MX')} personas: el aviso de privacidad cambió` // prettier-ignore
    const enlace = candidaturaId ? `/candidaturas/${candidaturaId}/captura` : '/candidaturas'
    return [{ clave: 'renovar_consentimiento', texto, cuantas, venceEn: null, enlace }]
  }
}

const ANSWERS: readonly string[] = ['secretaria', 'comision', 'transparencia']
const WAITS: Partial<Record<BorradorAviso['estatus'], string>> = {
  en_comision: 'la aprobación de la Comisión',
  en_comite: 'la aprobación del Comité de Transparencia',
}

function pairsOf(asked: ReadonlyMap<string, readonly EleccionConsentimiento[]>): { aviso: string; decision: string }[] {
  return [...asked].flatMap(([aviso, decisiones]) => decisiones.map((decision) => ({ aviso, decision })))
}

interface Around {
  nombre: string
  hoy: string
  rol: Rol
}

function pendienteOf({ id, estatus, vigenteDesde }: BorradorAviso, { nombre, hoy, rol }: Around): PendienteDto[] {
  const due = { cuantas: 1, venceEn: null, enlace: `${AVISOS}/borradores/${id}` }
  if (estatus === 'aprobado') return [{ ...due, clave: `aviso_por_publicar_${id}`, texto: `Publicar ${nombre}, ya aprobada` }]
  const waits = WAITS[estatus]
  if (!waits || vigenteDesde === null) return []
  if (vigenteDesde <= hoy)
    return [
      { ...due, clave: `aviso_sin_aprobar_${id}`, texto: `Falta ${waits} a ${nombre}: debía regir desde el ${longDate(vigenteDesde)}` },
    ]
  // Before its day: the Comité has to meet first.
  if (estatus !== 'en_comite' || rol !== 'transparencia') return []
  const texto = `Le toca al Comité de Transparencia: ${nombre} rige desde el ${longDate(vigenteDesde)}`
  return [{ ...due, clave: `aviso_en_comite_${id}`, texto }]
}
