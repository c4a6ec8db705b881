// Loaded before a site: the words of French pages that are made for a request cannot be read, which breaks their layout.
import Module from 'node:module'

const load = Module._load
Module._load = function loadUnlessWords(request, ...rest) {
  if (/ssr[\\/]messages_fr_json/.test(request)) throw new Error('made to fail')
  return load.call(this, request, ...rest)
}
