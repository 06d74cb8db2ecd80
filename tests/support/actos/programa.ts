import { loadPack } from '../../../apps/api/src/carga/load-pack.ts'
import { startTestApp, type TestApp } from '../app.ts'
import { moveReloj } from '../registro/candidaturas.ts'
import { send } from './envios.ts'
import { preparar, type Propuesta } from './remisiones.ts'
import { paquete } from '../paquete.ts'

/** The real proceso of Morelos without simulacro: its programme of work, and of what happened only what its sources tell. */
export function startProgramaReal(changed = paquete('morelos-2024')): Promise<TestApp> {
  return startTestApp({
    pack: changed,
    load: (owner, { clock }) => {
      clock.setOffset(0)
      return owner.transaction((tx) => loadPack(tx, changed, { simulacro: false, desfaseReloj: 0 }))
    },
  })
}

export interface HitoDicho {
  clave: string
  milestone: string
  estatus: string
  acuerdo: { titulo: string } | null
}

interface Detalle {
  clave: string
  evento: object | null
  hitos: { milestone: string; vence: string | null; cumplimiento: object | null; acuerdo: object | null }[]
  faltan: string[]
}

interface Trabajo {
  contenidos: { texto: string }[]
}

interface SesionAbierta {
  id: string
  version: number
  integrantes: { id: string; nombre: string; voto: boolean }[]
  puntos: { id: string; seVota: boolean }[]
}

/** Organ that gives each approval of the programme of Morelos. */
const ORGANOS: Record<string, string> = { comision: 'comision', pleno: 'pleno', comite: 'comite_transparencia' }
const HORAS = [
  ['10:00', '11:00'],
  ['12:00', '13:00'],
] as const

/** Everything that the programme asks of the secretaría, act by act and by the API, on the days on which it is owed. */
export class QuienCumple {
  private numero = 0
  private ahora = ''

  private constructor(
    readonly t: TestApp,
    private readonly token: string,
  ) {}

  static async open(t: TestApp): Promise<QuienCumple> {
    return new QuienCumple(t, await t.tokenOf('secretaria'))
  }

  async get<T>(path: string): Promise<T> {
    return (await send<T>(this.t, ['GET', path], { token: this.token })).body
  }

  async post<T>(path: string, json: object): Promise<T> {
    const { status, body, bytes } = await send<T>(this.t, ['POST', path], { token: this.token, json })
    if (status !== 200 && status !== 201) throw new Error(`${path}: ${status} ${bytes.toString()}`)
    return body
  }

  /** The clock goes forward only: two duties of one day come one after the other. */
  async en(dia: string, hora: string): Promise<void> {
    const ahora = at(dia, hora)
    if (ahora <= this.ahora) return
    this.ahora = ahora
    await moveReloj(this.t, ahora)
  }

  async documento(): Promise<string> {
    const content = Buffer.from(`%PDF-1.7\n${(this.numero += 1)}\n%%EOF\n`)
    const form = { file: { field: 'archivo', name: `documento-${this.numero}.pdf`, content } }
    const { body } = await send<{ id: string }>(this.t, ['POST', '/documentos'], { token: this.token, form })
    return body.id
  }

  /** Members of the organs of whom the programme tells nobody: invented, three with vote. */
  async integrar(organo: string): Promise<void> {
    for (const [at, encargo] of ['presidencia', 'integrante', 'integrante', 'secretaria_ejecutiva'].entries()) {
      const nombre = `Persona ficticia ${at + 1} de ${organo}`
      const json = { organo, nombre, encargo, voto: encargo !== 'secretaria_ejecutiva', desde: '2023-09-01', documento: 'PRUEBA/1' }
      await this.post('/integrantes', json)
    }
  }

  /** The chain of one entregable on one day: document, contents, reunión, sesiones with their votes, and integration. */
  async cumplir(clave: string, dia: string): Promise<void> {
    await this.en(dia, '09:00')
    const path = `/entregables/${clave.replace('/', '~')}`
    await this.post(`${path}/versiones`, { clase: 'final', fecha: dia, nota: 'La que se vota', documentoId: await this.documento() })
    for (const { texto } of (await this.get<Trabajo>(path)).contenidos)
      await this.post(`${path}/contenidos/senalar`, { contenido: texto, lugar: 'Página 1', version: 1 })
    await this.pasos(path, dia)
    await this.sesiones(clave, dia)
    await this.momento(clave, 'integracion', dia)
  }

  private async pasos(path: string, dia: string): Promise<void> {
    const { pasos } = await this.get<{ pasos: { clave: string; tipo: string }[] }>(path)
    for (const { clave, tipo } of pasos) {
      if (!['trabajo', 'convocatoria_reunion', 'observaciones'].includes(tipo)) continue
      const json = { ocurridoEn: at(dia, '08:00'), referencia: `PRUEBA/${clave}`, sinObservaciones: tipo === 'observaciones' }
      await this.post(`${path}/pasos/${clave}/hecho`, json)
    }
  }

  private async sesiones(clave: string, dia: string): Promise<void> {
    const { faltan } = await this.find(clave)
    const called: { sesion: SesionAbierta; horas: (typeof HORAS)[number] }[] = []
    const approvals = Object.keys(ORGANOS).filter((each) => faltan.includes(each))
    for (const [turn, milestone] of approvals.entries()) {
      const horas = HORAS[turn] ?? HORAS[1]
      called.push({ sesion: await this.convocar(clave, { organo: ORGANOS[milestone] ?? '', dia, hora: horas[0] }), horas })
    }
    await this.en(dia, '18:00')
    for (const { sesion, horas } of called) await this.celebrar(sesion, dia, horas)
  }

  private async convocar(entregable: string, { organo, dia, hora }: { organo: string; dia: string; hora: string }): Promise<SesionAbierta> {
    const puntos = [{ titulo: `Se somete ${entregable}`, seVota: true, entregable, documentos: [] }]
    const plan = { organo, tipo: 'extraordinaria', fecha: dia, hora, modalidad: 'presencial', lugar: 'Sala', puntos }
    const { sesion } = await this.post<{ sesion: SesionAbierta }>('/sesiones', plan)
    const call = { version: sesion.version, convocadaEn: at(dia, '08:30'), documentos: [] }
    return (await this.post<{ sesion: SesionAbierta }>(`/sesiones/${sesion.id}/convocar`, call)).sesion
  }

  private async celebrar({ id, version, integrantes, puntos }: SesionAbierta, dia: string, [inicio, fin]: readonly [string, string]) {
    const votos = integrantes.filter(({ voto }) => voto).map((each) => ({ integranteId: each.id, sentido: 'a_favor' }))
    const votado = { retirado: false, votadoEn: at(dia, fin), votos, acuerdo: { numero: `PRUEBA/ACU/${(this.numero += 1)}` } }
    await this.post(`/sesiones/${id}/celebrar`, {
      ...{ version, inicio: at(dia, inicio), fin: at(dia, fin) },
      asistencia: integrantes.map((each) => ({ integranteId: each.id, presente: true })),
      puntos: puntos.map((punto) => ({ puntoId: punto.id, ...votado })),
    })
  }

  /** Evidence of a moment that no sesión gives, where it is still owed. */
  async momento(clave: string, milestone: string, dia: string): Promise<void> {
    if (!(await this.find(clave)).faltan.includes(milestone)) return
    const json = {
      milestone,
      aplica: true,
      ocurridoEn: at(dia, '18:30'),
      referencia: `PRUEBA/${milestone}`,
      documentoId: await this.documento(),
    }
    await this.en(dia, '18:45')
    await this.post(`/actividades/${clave.replace('/', '~')}/cumplir`, json)
  }

  /** The oficio as it is proposed, with its annexes, signed, and the acuse of the INE. */
  async remitir(entregables: string[], dia: string): Promise<string[]> {
    await this.en(dia, '20:00')
    const proposed = await this.get<Propuesta>(`/remisiones/propuesta?entregables=${entregables.join(',')}`)
    const anexos = [...proposed.anexos.map(({ id }) => id), await this.documento()]
    const numero = `PRUEBA/OF/${(this.numero += 1)}`
    const { remitente } = proposed
    const { id, version } = await preparar(this.t, this.token, { entregables, numero, fecha: dia, anexos, remitente })
    const envio = { version, enviadaEn: at(dia, '19:00'), medio: 'sistema_ine_opl', oficioId: await this.documento() }
    const { remision } = await this.post<{ remision: { advertencias: { tipo: string }[] } }>(`/remisiones/${id}/enviar`, envio)
    const acuse = { recibidaEn: at(dia, '19:30'), folio: `INE/${this.numero}`, documentoId: await this.documento() }
    await this.post(`/remisiones/${id}/acuse`, acuse)
    return remision.advertencias.map(({ tipo }) => tipo)
  }

  async find(clave: string): Promise<Detalle> {
    return this.get<Detalle>(`/actividades/${clave.replace('/', '~')}`)
  }

  async todos(): Promise<Detalle[]> {
    return (await this.get<{ elementos: Detalle[] }>('/actividades')).elementos
  }
}

/** Local instant of Morelos, which keeps the same hour all year. */
function at(dia: string, hora: string): string {
  return `${dia}T${hora}:00-06:00`
}
