package report

// UpTo returns a form that is made only in reports of at most so many
// articles, for forms that take time and room and that nobody looks through in
// larger ones. What is left out is not begun, so it leaves no file.
//
// It goes by what Writer.Expect tells; a Writer that tells nothing makes it.
func UpTo(most int, begin NewForm) NewForm {
	return func(dir string) (Form, error) {
		return &upTo{most: most, begin: func() (Form, error) { return begin(dir) }}, nil
	}
}

type upTo struct {
	most  int
	begin func() (Form, error) // nil once it is decided
	form  Form                 // nil if it is left out
}

// Expect decides.
func (u *upTo) Expect(articles int) error {
	if u.begin == nil {
		return nil
	}
	begin := u.begin
	u.begin = nil
	if articles > u.most {
		return nil
	}
	form, err := begin()
	if err != nil {
		return err
	}
	u.form = form
	if e, ok := form.(expecter); ok {
		return e.Expect(articles)
	}
	return nil
}

func (u *upTo) Article(a *Article) error {
	if err := u.Expect(0); err != nil || u.form == nil {
		return err
	}
	return u.form.Article(a)
}

func (u *upTo) Story(s *Story) error {
	if err := u.Expect(0); err != nil || u.form == nil {
		return err
	}
	return u.form.Story(s)
}

func (u *upTo) Cluster(c *Cluster) error {
	if err := u.Expect(0); err != nil || u.form == nil {
		return err
	}
	return u.form.Cluster(c)
}

func (u *upTo) Outlet(o *Publisher) error {
	if err := u.Expect(0); err != nil || u.form == nil {
		return err
	}
	return u.form.Outlet(o)
}

func (u *upTo) Flow(f *Flow) error {
	if err := u.Expect(0); err != nil || u.form == nil {
		return err
	}
	return u.form.Flow(f)
}

func (u *upTo) Problem(p *Problem) error {
	if err := u.Expect(0); err != nil || u.form == nil {
		return err
	}
	return u.form.Problem(p)
}

func (u *upTo) Close() error {
	if u.form == nil {
		return nil
	}
	return u.form.Close()
}

func (u *upTo) Bounds(b *Bounds) error {
	if f, ok := u.form.(bounded); ok {
		return f.Bounds(b)
	}
	return nil
}
