import type { ConsultaPack } from '@conoceles/domain'

const invented = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const

export const consulta: ConsultaPack = {
  orden: { clave: 'boleta', ...invented },
  escolaridad: null,
  boletas: [
    {
      clave: 'estado',
      nombre: 'Boleta del estado',
      frente: ['intendencia', 'legislatura'],
      reverso: [],
      comoSeVota: ['Una marca.'],
      alianza: 'Un recuadro por partido.',
      ...invented,
    },
    {
      clave: 'puerto',
      nombre: 'Boleta del puerto',
      frente: ['alcaldia', 'presidencia_comunidad'],
      reverso: [],
      comoSeVota: ['Una marca.'],
      impresa: '2030-06-15',
      ...invented,
    },
  ],
  funciones: [{ cargo: 'alcaldia', resumen: 'Cuida el faro del puerto.', funciones: ['Enciende la luz.'], ...invented }],
  preguntas: [{ clave: 'faro', pregunta: '¿Quién enciende el faro?', respuesta: ['La alcaldía.'], ...invented }],
}
