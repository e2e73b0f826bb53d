-- Starts the server for drafts and defines :Attrib. Everything else is loaded when it is first used.
if vim.g.loaded_attrib_lsp then
  return
end
vim.g.loaded_attrib_lsp = true

if vim.fn.has('nvim-0.10') == 0 then
  vim.notify_once('attrib-lsp needs Neovim 0.10 or later', vim.log.levels.ERROR)
  return
end

vim.api.nvim_create_user_command('Attrib', function(given)
  require('attrib-lsp.commands').run(given)
end, {
  nargs = '*',
  range = true,
  bang = true,
  desc = 'attrib-lsp: sources, claims, memo, headlines, rule, restart, log',
  complete = function(lead, line)
    return require('attrib-lsp.commands').complete(lead, line)
  end,
})

-- Quiet by default: names stand out a little, the words they say stay as they are.
vim.api.nvim_set_hl(0, '@lsp.type.attribSource', { default = true, link = 'Identifier' })
vim.api.nvim_set_hl(0, '@lsp.type.attribCue', { default = true, link = 'Special' })

require('attrib-lsp.client').enable()
