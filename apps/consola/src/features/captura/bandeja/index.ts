export { default as BandejaSalida } from './BandejaSalida.vue'
