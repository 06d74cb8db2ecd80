import { efectoEnPalabras, type EfectoPrevisto } from './efecto.ts'
import type { CartaDerecho } from './notificacion.ts'
import { razonesContraDerecho, sentidosPosibles } from './razones.ts'
import {
  estatusDerecho,
  pasosDerecho,
  plazoDerecho,
  plazoEnPalabras,
  plazoParaPrevenir,
  plazoParaRecurrir,
  porNotificar,
  responderSiSeAmplia,
  type ActoDerecho,
  type DerechosPack,
  type HechoDerecho,
  type SolicitudDerecho,
} from './derechos.ts'

const inventado = { fuente: 'Inventado', confianza: 'alta' } as const
const plazos: DerechosPack = {
  prevenir: { dias: 5, ...inventado },
  desahogar: { dias: 10, ...inventado },
  responder: { dias: 20, ...inventado },
  ampliar: { dias: 10, ...inventado },
  hacerEfectivo: { dias: 15, ...inventado },
  declinar: { dias: 3, ...inventado },
  recurrir: { dias: 15, ...inventado },
  bloquear: { dias: 10, ...inventado },
}
/** Wednesday 1 May 2030 is a rest day. */
const laborales = { descansos: [{ nombre: 'Trabajo', tipo: 'fija' as const, mes: 5, dia: 1 }], jornadas: [], propios: [], todosHabiles: [] }
const reglas = (hoy: string) => ({ plazos, laborales, hoy })
const solicitud = (more: Partial<SolicitudDerecho> = {}): SolicitudDerecho => ({
  derecho: 'acceso',
  recibida: '2030-04-26',
  acreditada: true,
  reunida: false,
  accesos: [],
  hechos: [],
  ...more,
})
/** A letter that was sent on a day and received on another. */
const notificar = (carta: CartaDerecho, recibida: string, enviada = recibida): HechoDerecho => ({
  ...{ acto: 'notificar', fecha: recibida },
  notificacion: { carta, medio: 'correo_postal', enviada, recibida },
})

describe('the term of a request', () => {
  it('is counted in working days: neither the week end nor a rest day counts, nor the day on which it came', () => {
    expect(plazoDerecho(solicitud(), reglas('2030-04-26'))).toEqual({ clave: 'responder', dias: 20, vence: '2030-05-27', quedan: 20 })
    expect(plazoDerecho(solicitud(), reglas('2030-04-30'))).toMatchObject({ quedan: 18 })
    expect(plazoDerecho(solicitud(), reglas('2030-05-28'))).toMatchObject({ quedan: -1 })
  })

  it('is longer once its extension was notified within it, and says before until when it would be', () => {
    const ampliar = { acto: 'ampliar', fecha: '2030-05-20' } as const
    const callada = solicitud({ hechos: [ampliar] })
    expect([plazoDerecho(callada, reglas('2030-05-20'))?.vence, responderSiSeAmplia(callada, reglas('2030-05-20'))]).toEqual([
      '2030-05-27',
      expect.objectContaining({ dias: 30, vence: '2030-06-10' }),
    ])
    const ampliada = (dia: string) => plazoDerecho(solicitud({ hechos: [ampliar, notificar('ampliacion', dia)] }), reglas('2030-05-20'))
    expect(ampliada('2030-05-27')).toEqual({ clave: 'responder', dias: 30, vence: '2030-06-10', quedan: 15 })
    expect(ampliada('2030-05-28')?.vence).toBe('2030-05-27')
  })

  it('begins again after a prevention was attended, which has its own from the day on which it was received', () => {
    const prevenir = { acto: 'prevenir', fecha: '2030-04-29' } as const
    const callada = solicitud({ hechos: [prevenir] })
    expect([estatusDerecho(callada), plazoDerecho(callada, reglas('2030-04-29'))]).toEqual([
      'prevenida',
      { clave: 'prevenir', dias: 5, vence: '2030-05-06', quedan: 4 },
    ])
    const prevenida = solicitud({ hechos: [prevenir, notificar('prevencion', '2030-05-03', '2030-04-30')] })
    expect(plazoDerecho(prevenida, reglas('2030-05-03'))).toEqual({ clave: 'desahogar', dias: 10, vence: '2030-05-17', quedan: 10 })
    const atendida = solicitud({ hechos: [prevenir, { acto: 'desahogar', fecha: '2030-05-06' }] })
    expect(plazoDerecho(atendida, reglas('2030-05-06'))).toMatchObject({ clave: 'responder', vence: '2030-06-03', quedan: 20 })
  })

  it('to make a granted request effective begins when its answer was received; nothing runs once it is over', () => {
    const responder = { acto: 'responder', fecha: '2030-05-06', sentido: 'procedente' } as const
    expect(plazoDerecho(solicitud({ hechos: [responder] }), reglas('2030-05-06'))).toEqual({
      ...{ clave: 'notificar', dias: 20, vence: '2030-05-27', quedan: 15 },
    })
    const procede = solicitud({ hechos: [responder, notificar('respuesta', '2030-05-09', '2030-05-07')] })
    expect(plazoDerecho(procede, reglas('2030-05-09'))).toEqual({ clave: 'hacerEfectivo', dias: 15, vence: '2030-05-30', quedan: 15 })
    const no = solicitud({ hechos: [{ acto: 'responder', fecha: '2030-05-06', sentido: 'improcedente' }] })
    expect([estatusDerecho(no), plazoDerecho(no, reglas('2030-05-06'))]).toEqual(['improcedente', null])
  })

  it('says from which day it counts while it has not begun, and how many are left once it has', () => {
    const sabado = solicitud({ recibida: '2030-05-04' })
    expect(plazoDerecho(sabado, reglas('2030-05-04'))).toMatchObject({ dias: 20, quedan: 21, empieza: '2030-05-07' })
    expect(plazoDerecho(sabado, reglas('2030-05-06'))).toEqual({ clave: 'responder', dias: 20, vence: '2030-06-03', quedan: 20 })
    const prevenida = solicitud({ hechos: [{ acto: 'prevenir', fecha: '2030-04-29' }, notificar('prevencion', '2030-05-04')] })
    expect(plazoDerecho(prevenida, reglas('2030-05-04'))).toMatchObject({ clave: 'desahogar', quedan: 10, empieza: '2030-05-06' })
  })

  it('to ask her to complete it is told while it runs, and every term has one wording', () => {
    const plazo = plazoParaPrevenir(solicitud(), reglas('2030-05-06'))
    expect(plazo && plazoEnPalabras(plazo)).toBe('5 días hábiles, a más tardar el 6 de mayo de 2030')
    expect(plazoParaPrevenir(solicitud(), reglas('2030-05-07'))).toBeNull()
    expect(plazoParaPrevenir(solicitud({ hechos: [{ acto: 'prevenir', fecha: '2030-04-29' }] }), reglas('2030-04-29'))).toBeNull()
    expect(plazoEnPalabras({ dias: 1, vence: '2030-05-06' })).toBe('1 día hábil, a más tardar el 6 de mayo de 2030')
  })
})

describe('a letter that was not notified', () => {
  const responder = { acto: 'responder', fecha: '2030-05-06', sentido: 'improcedente' } as const

  it('is owed until it is, also where the request is over; then the term to appeal runs, if the pack has it', () => {
    const callada = solicitud({ hechos: [responder] })
    const entregada = solicitud({ hechos: [responder, notificar('respuesta', '2030-05-07')] })
    expect([solicitud(), callada, entregada].map(porNotificar)).toEqual([[], ['respuesta'], []])
    expect(porNotificar(solicitud({ hechos: [responder, { acto: 'desistir', fecha: '2030-05-07' }] }))).toEqual([])
    expect(plazoParaRecurrir(callada, reglas('2030-05-07'))).toBeNull()
    expect(plazoParaRecurrir(entregada, reglas('2030-05-07'))).toMatchObject({ dias: 15, vence: '2030-05-28' })
    const { recurrir: _, ...sin } = plazos
    expect(plazoParaRecurrir(entregada, { ...reglas('2030-05-07'), plazos: sin })).toBeNull()
  })

  it('is a prevention while she may attend it, and an extension while it may be answered', () => {
    const prevenir = { acto: 'prevenir', fecha: '2030-04-29' } as const
    const ampliar = { acto: 'ampliar', fecha: '2030-05-02' } as const
    expect(porNotificar(solicitud({ hechos: [prevenir] }))).toEqual(['prevencion'])
    expect(porNotificar(solicitud({ hechos: [prevenir, { acto: 'desahogar', fecha: '2030-04-30' }] }))).toEqual([])
    expect(porNotificar(solicitud({ hechos: [ampliar] }))).toEqual(['ampliacion'])
    expect(porNotificar(solicitud({ hechos: [ampliar, responder] }))).toEqual(['respuesta'])
  })

  it('was the answer, on the day of its act, in acts from before letters were told apart', () => {
    const antigua = solicitud({ hechos: [responder, { acto: 'notificar', fecha: '2030-05-07' }] })
    expect([porNotificar(antigua), plazoParaRecurrir(antigua, reglas('2030-05-07'))?.vence]).toEqual([[], '2030-05-28'])
  })
})

describe('the steps of a request, for the annual report', () => {
  it('have their days, and the working days from what opened the term to the answer', () => {
    const hechos = [
      { acto: 'prevenir', fecha: '2030-04-29' },
      { acto: 'desahogar', fecha: '2030-05-02' },
      { acto: 'responder', fecha: '2030-05-06', sentido: 'parcial' },
      notificar('respuesta', '2030-05-07', '2030-05-06'),
    ] as const
    expect(pasosDerecho(solicitud({ hechos }), laborales)).toEqual({
      ...{ sentido: 'parcial', causa: null, prevenida: '2030-04-29', atendida: '2030-05-02', ampliada: null },
      ...{ respondida: '2030-05-06', notificada: '2030-05-07', efectiva: null, diasUsados: 2 },
    })
    expect(pasosDerecho(solicitud(), laborales)).toMatchObject({ respondida: null, diasUsados: null })
  })
})

describe('a request that arrives on a day that is no working day', () => {
  it('is received on the next one: its terms begin the day after', () => {
    const domingo = solicitud({ recibida: '2030-04-28' })
    const lunes = solicitud({ recibida: '2030-04-29' })
    expect(plazoDerecho(domingo, reglas('2030-04-29'))).toEqual(plazoDerecho(lunes, reglas('2030-04-29')))
    expect(razonesContraDerecho('declinar', domingo, reglas('2030-05-03'))).toEqual([])
    expect(razonesContraDerecho('declinar', domingo, reglas('2030-05-06'))).toEqual([
      'Pasaron los 3 días hábiles en que se puede decir que no es competente, que terminaron el 3 de mayo de 2030.',
    ])
  })
})

describe('a granted request is made effective', () => {
  const responder = { acto: 'responder', fecha: '2030-05-06', sentido: 'procedente' } as const
  const cancelacion = (more: Partial<SolicitudDerecho> = {}) => solicitud({ derecho: 'cancelacion', hechos: [responder], ...more })
  const propone = { acto: 'proponer_efectivo', fecha: '2030-05-07', por: 'una' } as const
  const propuesta = cancelacion({ hechos: [responder, propone] })
  const como = (cuentaId: string) => ({ ...reglas('2030-05-07'), cuentaId })

  it('an acceso, once the data were gathered to be handed over', () => {
    const acceso = solicitud({ hechos: [responder] })
    expect(razonesContraDerecho('hacer_efectivo', acceso, reglas('2030-05-07'))).toEqual([
      'Descargue antes los datos que se entregan: todavía no se han reunido.',
    ])
    expect(razonesContraDerecho('hacer_efectivo', { ...acceso, reunida: true }, reglas('2030-05-07'))).toEqual([])
  })

  it('a cancelación, by two people', () => {
    expect(razonesContraDerecho('hacer_efectivo', cancelacion(), como('una'))).toEqual([
      'Falta que una persona la proponga; otra la hace efectiva.',
    ])
    expect(razonesContraDerecho('hacer_efectivo', propuesta, como('una'))).toEqual([
      'La hace efectiva una persona distinta de quien la propuso.',
    ])
    expect(razonesContraDerecho('hacer_efectivo', propuesta, como('otra'))).toEqual([])
  })

  it('and not while an acceso of hers that was granted waits to be delivered', () => {
    const razones = ['Antes entregue el acceso ARCO/2030/001, que ya procedió, o ciérrelo con su propio acto.']
    const accesos = ['ARCO/2030/001']
    expect(razonesContraDerecho('proponer_efectivo', cancelacion({ accesos }), como('una'))).toEqual(razones)
    expect(razonesContraDerecho('hacer_efectivo', { ...propuesta, accesos }, como('otra'))).toEqual(razones)
  })

  it('blocked first where the law asks it, and suppressed once that is over', () => {
    const hechos = [responder, propone, { acto: 'hacer_efectivo', fecha: '2030-05-08', efecto: { bloqueaHasta: '2030-05-22' } } as const]
    const bloqueada = cancelacion({ hechos })
    expect([estatusDerecho(bloqueada), plazoDerecho(bloqueada, reglas('2030-05-08'))]).toEqual([
      'bloqueada',
      { clave: 'suprimir', dias: 0, vence: '2030-05-22', quedan: 10 },
    ])
    expect(razonesContraDerecho('suprimir', bloqueada, reglas('2030-05-22'))).toEqual([
      'Los datos siguen bloqueados hasta el 22 de mayo de 2030.',
    ])
    expect(razonesContraDerecho('suprimir', bloqueada, reglas('2030-05-23'))).toEqual([
      'Falta notificar la respuesta: desde entonces corre el plazo para recurrirla.',
    ])
    const recurrible = cancelacion({ hechos: [...hechos, notificar('respuesta', '2030-05-10')] })
    expect(razonesContraDerecho('suprimir', recurrible, reglas('2030-05-31'))).toEqual([
      'La persona puede recurrir la respuesta hasta el 31 de mayo de 2030.',
    ])
    expect(razonesContraDerecho('suprimir', recurrible, reglas('2030-06-01'))).toEqual([])
    const recurrida = cancelacion({ hechos: [...recurrible.hechos, { acto: 'recurrir', fecha: '2030-05-29' }] })
    expect(razonesContraDerecho('suprimir', recurrida, reglas('2030-06-01'))).toEqual(['Hay un recurso de revisión que sigue abierto.'])
    const suprimida = cancelacion({ hechos: [...hechos, { acto: 'suprimir', fecha: '2030-05-23' }] })
    expect([estatusDerecho(suprimida), plazoDerecho(suprimida, reglas('2030-05-23'))]).toEqual(['efectiva', null])
  })

  it('blocked until a day that a second person does not confirm before the answer may no longer be appealed', () => {
    const sinDias = { ...plazos, bloquear: { dias: null, ...inventado } }
    const hasta = (bloqueoPropuesto: string, hoy: string, ...mas: HechoDerecho[]) =>
      razonesContraDerecho('hacer_efectivo', cancelacion({ hechos: [responder, ...mas, { ...propone, efecto: { bloqueoPropuesto } }] }), {
        ...reglas(hoy),
        plazos: sinDias,
        cuentaId: 'otra',
      })
    const notificada = notificar('respuesta', '2030-05-06')
    const again = 'No la confirme, y que se proponga otra vez.'
    expect(hasta('2030-05-24', '2030-05-08', notificada)).toEqual([
      `El bloqueo que se propuso termina el 24 de mayo de 2030, y la persona puede recurrir hasta el 27 de mayo de 2030. ${again}`,
    ])
    expect(hasta('2030-05-27', '2030-05-08', notificada)).toEqual([])
    expect(hasta('2030-05-27', '2030-05-27', notificada)).toEqual([
      `El bloqueo que se propuso termina el 27 de mayo de 2030, y ese día ya llegó. ${again}`,
    ])
    expect(hasta('2030-05-27', '2030-05-08')).toEqual([expect.stringContaining('puede recurrir hasta el 29 de mayo de 2030')])
  })

  it('an oposición, by one person where a consent is withdrawn, and by two where public data are hidden or it is done elsewhere', () => {
    const responde = (previsto: EfectoPrevisto) => ({ ...responder, efecto: { previsto } })
    const oposicion = (...hechos: HechoDerecho[]) => solicitud({ derecho: 'oposicion', hechos })
    const retira = oposicion(responde({ surte: 'consentimiento', retira: ['publicacion'] }))
    expect(razonesContraDerecho('hacer_efectivo', retira, como('una'))).toEqual([])
    const dato: EfectoPrevisto = { surte: 'dato', campos: [{ clave: 'telefono', titulo: 'Teléfono' }] }
    for (const previsto of [dato, { surte: 'fuera' } as const]) {
      expect(razonesContraDerecho('hacer_efectivo', oposicion(responde(previsto)), como('una'))).toEqual([
        'Falta que una persona la proponga; otra la hace efectiva.',
      ])
      const pedida = oposicion(responde(previsto), propone)
      expect(razonesContraDerecho('hacer_efectivo', pedida, como('una'))).toEqual([
        'La hace efectiva una persona distinta de quien la propuso.',
      ])
      expect(razonesContraDerecho('hacer_efectivo', pedida, como('otra'))).toEqual([])
      expect(razonesContraDerecho('proponer_efectivo', pedida, como('otra'))).toEqual([])
    }
  })

  it('tells its changes in words', () => {
    const words = (efecto: Parameters<typeof efectoEnPalabras>[0]) => efectoEnPalabras(efecto, (en) => `«${en}»`)
    expect(words({ retira: ['publicacion', 'estadistica'], llaves: 1 })).toEqual([
      'Se retiró su autorización para que se publique a qué grupo pertenece y que sus respuestas cuenten en las estadísticas.',
      'Dejan de mostrarse los distintivos de todos los grupos que autorizó: la autorización es una sola.',
      'Sus datos de identidad quedaron suprimidos: nadie puede leerlos.',
    ])
    expect(words({ retira: [] })).toEqual(['La persona ya no lo autorizaba: no hubo qué retirar.'])
    expect(words({ previsto: { surte: 'dato', campos: [{ clave: 'x', titulo: 'Teléfono' }] } })).toEqual([
      'Surte efecto al dejar de mostrar en público: Teléfono.',
    ])
    expect(words({ oculta: [{ clave: 'x', titulo: 'Teléfono' }] })).toEqual(['Dejó de mostrarse en público: Teléfono.'])
    expect(words({ correccion: { que: 'se corrigió el nombre', en: 'ayer' } })).toEqual([
      'La corrección se hizo el «ayer»: se corrigió el nombre.',
    ])
  })
})

describe('an act on a request', () => {
  const acts: { acto: ActoDerecho; of: SolicitudDerecho; hoy: string; razones: string[] }[] = [
    {
      acto: 'responder',
      of: solicitud({ acreditada: false, hechos: [{ acto: 'ampliar', fecha: '2030-05-02' }] }),
      hoy: '2030-07-29',
      razones: [],
    },
    { acto: 'responder', of: solicitud(), hoy: '2030-04-29', razones: [] },
    { acto: 'prevenir', of: solicitud(), hoy: '2030-05-06', razones: [] },
    {
      acto: 'prevenir',
      of: solicitud(),
      hoy: '2030-05-07',
      razones: ['Pasaron los 5 días hábiles en que se puede prevenir, que terminaron el 6 de mayo de 2030.'],
    },
    { acto: 'hacer_efectivo', of: solicitud(), hoy: '2030-04-29', razones: ['Sólo se hace efectivo lo que se respondió como procedente.'] },
    {
      acto: 'no_presentar',
      of: solicitud({ hechos: [{ acto: 'prevenir', fecha: '2030-04-29' }, notificar('prevencion', '2030-04-29')] }),
      hoy: '2030-05-14',
      razones: ['Todavía corre el plazo para atender la prevención.'],
    },
    {
      acto: 'no_presentar',
      of: solicitud({ hechos: [{ acto: 'prevenir', fecha: '2030-04-29' }, notificar('prevencion', '2030-04-29')] }),
      hoy: '2030-05-15',
      razones: [],
    },
    {
      acto: 'no_presentar',
      of: solicitud({ hechos: [{ acto: 'prevenir', fecha: '2030-04-29' }] }),
      hoy: '2030-06-28',
      razones: ['Falta notificar la prevención: el plazo para atenderla corre desde entonces.'],
    },
    {
      acto: 'ampliar',
      of: solicitud({ hechos: [{ acto: 'ampliar', fecha: '2030-04-29' }] }),
      hoy: '2030-05-15',
      razones: ['El plazo se amplía una sola vez.'],
    },
    { acto: 'ampliar', of: solicitud(), hoy: '2030-05-28', razones: ['El plazo para responder ya terminó: no se amplía.'] },
    {
      acto: 'responder',
      of: solicitud({ hechos: [{ acto: 'responder', fecha: '2030-04-29', sentido: 'improcedente' }] }),
      hoy: '2030-04-30',
      razones: ['La solicitud ya está concluida.'],
    },
    {
      acto: 'notificar',
      of: solicitud({ hechos: [{ acto: 'responder', fecha: '2030-04-29', sentido: 'improcedente' }] }),
      hoy: '2030-04-30',
      razones: [],
    },
    { acto: 'notificar', of: solicitud(), hoy: '2030-04-30', razones: ['Se notifica lo que ya se previno, se amplió o se respondió.'] },
    {
      acto: 'notificar',
      of: solicitud({ hechos: [{ acto: 'prevenir', fecha: '2030-04-29' }, notificar('prevencion', '2030-04-30')] }),
      hoy: '2030-05-02',
      razones: ['Ya se notificó: cada oficio se notifica una sola vez.'],
    },
    {
      acto: 'proponer_efectivo',
      of: solicitud({ hechos: [{ acto: 'responder', fecha: '2030-04-29', sentido: 'parcial' }] }),
      hoy: '2030-04-30',
      razones: ['Un acceso lo hace efectivo una sola persona.'],
    },
    { acto: 'desistir', of: solicitud(), hoy: '2030-04-30', razones: [] },
  ]
  it.each(acts)('$acto on $hoy says why not, or can be done', ({ acto, of, hoy, razones }) => {
    expect(razonesContraDerecho(acto, of, reglas(hoy))).toEqual(razones)
  })

  it('can always be answered; it is granted only to a requester who proved to be the persona', () => {
    expect([true, false].map((acreditada) => sentidosPosibles({ acreditada }))).toEqual([
      ['procedente', 'parcial', 'improcedente'],
      ['improcedente'],
    ])
    expect(sentidosPosibles({ acreditada: true, sinPoder: true })).toEqual(['improcedente'])
  })
})
