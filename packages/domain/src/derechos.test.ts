import {
  estatusDerecho,
  plazoDerecho,
  razonesContraDerecho,
  sentidosPosibles,
  type ActoDerecho,
  type DerechosPack,
  type SolicitudDerecho,
} from './derechos.ts'

const inventado = { fuente: 'Inventado', confianza: 'alta' } as const
const plazos: DerechosPack = {
  prevenir: { dias: 5, ...inventado },
  desahogar: { dias: 10, ...inventado },
  responder: { dias: 20, ...inventado },
  ampliar: { dias: 10, ...inventado },
  hacerEfectivo: { dias: 15, ...inventado },
}
/** Wednesday 1 May 2030 is a rest day. */
const laborales = { descansos: [{ nombre: 'Trabajo', tipo: 'fija' as const, mes: 5, dia: 1 }], jornadas: [], propios: [], todosHabiles: [] }
const reglas = (hoy: string) => ({ plazos, laborales, hoy })
const solicitud = (more: Partial<SolicitudDerecho> = {}): SolicitudDerecho => ({
  recibida: '2030-04-26',
  acreditada: true,
  hechos: [],
  ...more,
})

describe('the term of a request', () => {
  it('is counted in working days: neither the week end nor a rest day counts, nor the day on which it came', () => {
    expect(plazoDerecho(solicitud(), reglas('2030-04-26'))).toEqual({ clave: 'responder', vence: '2030-05-27', quedan: 20 })
    expect(plazoDerecho(solicitud(), reglas('2030-04-30'))).toMatchObject({ quedan: 18 })
    expect(plazoDerecho(solicitud(), reglas('2030-05-28'))).toMatchObject({ quedan: -1 })
  })

  it('is longer once it was extended, and begins again after a prevention was attended', () => {
    const ampliada = solicitud({ hechos: [{ acto: 'ampliar', fecha: '2030-05-20' }] })
    expect(plazoDerecho(ampliada, reglas('2030-05-20'))?.vence).toBe('2030-06-10')
    const prevenida = solicitud({ hechos: [{ acto: 'prevenir', fecha: '2030-04-29' }] })
    expect([estatusDerecho(prevenida), plazoDerecho(prevenida, reglas('2030-04-29'))]).toEqual([
      'prevenida',
      { clave: 'desahogar', vence: '2030-05-14', quedan: 10 },
    ])
    const atendida = solicitud({ hechos: [...prevenida.hechos, { acto: 'desahogar', fecha: '2030-05-06' }] })
    expect(plazoDerecho(atendida, reglas('2030-05-06'))).toMatchObject({ clave: 'responder', vence: '2030-06-03', quedan: 20 })
  })

  it('of making effective what proceeds begins with the answer; nothing runs once it is over', () => {
    const procede = solicitud({ hechos: [{ acto: 'responder', fecha: '2030-05-06', sentido: 'procedente' }] })
    expect(plazoDerecho(procede, reglas('2030-05-06'))).toMatchObject({ clave: 'hacerEfectivo', vence: '2030-05-27', quedan: 15 })
    const no = solicitud({ hechos: [{ acto: 'responder', fecha: '2030-05-06', sentido: 'improcedente' }] })
    expect([estatusDerecho(no), plazoDerecho(no, reglas('2030-05-06'))]).toEqual(['improcedente', null])
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
    { acto: 'prevenir', of: solicitud(), hoy: '2030-05-07', razones: ['Pasaron los 5 días hábiles en que se puede prevenir.'] },
    { acto: 'hacer_efectivo', of: solicitud(), hoy: '2030-04-29', razones: ['Sólo se hace efectivo lo que se respondió como procedente.'] },
    {
      acto: 'no_presentar',
      of: solicitud({ hechos: [{ acto: 'prevenir', fecha: '2030-04-29' }] }),
      hoy: '2030-05-14',
      razones: ['Todavía corre el plazo para atender la prevención.'],
    },
    { acto: 'no_presentar', of: solicitud({ hechos: [{ acto: 'prevenir', fecha: '2030-04-29' }] }), hoy: '2030-05-15', razones: [] },
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
  ]
  it.each(acts)('$acto on $hoy says why not, or can be done', ({ acto, of, hoy, razones }) => {
    expect(razonesContraDerecho(acto, of, reglas(hoy))).toEqual(razones)
  })

  it('can always be answered; that it proceeds, only to who proved to be the persona', () => {
    expect([true, false].map((acreditada) => sentidosPosibles({ acreditada }))).toEqual([['procedente', 'improcedente'], ['improcedente']])
  })
})
