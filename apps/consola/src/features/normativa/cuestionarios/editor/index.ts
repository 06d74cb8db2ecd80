export { default as EditorGuion } from './EditorGuion.vue'
