/** Notice of a file that the legal block at the end of the proceso leaves without answers. */
export const AVISO_BLOQUEO =
  'Los datos de este proceso están bloqueados: terminó el plazo en que se podían usar. Por eso aquí no hay respuestas, o no hay renglones. Sólo la Unidad de Transparencia y auditoría los consultan, de una candidatura a la vez y con motivo.'
