(** The equations of calculus/hessians, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** two-weights-apart: de3e1801d33b67cd *)
Theorem two_weights_apart
    (R : comUnitRingType)
    (w_1 : R)
    (a : R)
    (b : R)
    (w_2 : R)
    (w_1_is : w_1 = (a + b))
    (w_2_is : w_2 = (a + (- b))) :
  ((5%:R * (w_1 ^+ 2)) + (5%:R * (w_2 ^+ 2)) + (8%:R * w_1 * w_2)) = ((2%:R * (b ^+ 2)) + (18%:R * (a ^+ 2))) :> R.
Proof. prove. Qed.

(** directional-curvature: 775d948f119362fa *)
Theorem directional_curvature
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (f : 'cV[R]_n -> R)
    (gradient_f : 'cV[R]_n -> 'cV[R]_n)
    (v : 'cV[R]_n)
    (t : R)
    (hessian_f : 'cV[R]_n -> 'M[R]_n)
    (small : eps * eps = 0)
    (slope_of_f : forall X_ D_ : 'cV[R]_n, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_)
    (hessian_f_symmetric : forall X_, (hessian_f X_)^T = hessian_f X_)
    (slope_of_gradient_f : forall X_ D_ : 'cV[R]_n, gradient_f (X_ + eps *: D_) = gradient_f X_ + eps *: (hessian_f X_ *m D_)) :
  ((f ((t *: v) + (x + eps *: d_x))) = (f ((t *: v) + x)) + eps * dot (gradient_f ((t *: v) + x)) d_x) /\
  ((gradient_f ((t *: v) + (x + eps *: d_x))) = (gradient_f ((t *: v) + x)) + eps *: (((hessian_f ((t *: v) + x)) *m (1%:M : 'M[R]_n)) *m d_x)) /\
  ((f (((t + eps) *: v) + x)) = (f ((t *: v) + x)) + eps * (dot (gradient_f ((t *: v) + x)) v)) /\
  ((dot (gradient_f (((t + eps) *: v) + x)) v) = (dot (gradient_f ((t *: v) + x)) v) + eps * (dot v (((hessian_f ((t *: v) + x)) *m (1%:M : 'M[R]_n)) *m v))).
Proof. prove. Qed.

(** curvature-in-eigenvectors: 7c256acdfacf1659 *)
Theorem curvature_in_eigenvectors
    (R : comUnitRingType)
    (n : nat)
    (v : 'cV[R]_n)
    (H : 'M[R]_n)
    (Q : 'M[R]_n)
    (lambda : 'cV[R]_n)
    (H_is : H = (Q *m (diag lambda) *m Q^T)) :
  (dot v (H *m v)) = (\sum_(i < n) (((dot (col i Q) v) ^+ 2) * (lambda i 0))) :> R.
Proof. prove. Qed.

(** curvature-weights: 7b214fb392715594 *)
Theorem curvature_weights
    (R : comUnitRingType)
    (n : nat)
    (Q : 'M[R]_n)
    (v : 'cV[R]_n)
    (orthonormal : Q^T *m Q = 1%:M)
    (orthonormal_2 : Q *m Q^T = 1%:M) :
  (\sum_(i < n) ((dot (col i Q) v) ^+ 2)) = (sqn v) :> R.
Proof. prove. Qed.

(** quadratic-form-hessian: a75e8ca699961d7c *)
Theorem quadratic_form_hessian
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (A : 'M[R]_n)
    (small : eps * eps = 0) :
  ((dot (x + eps *: d_x) (A *m (x + eps *: d_x))) = (dot x (A *m x)) + eps * dot ((A *m x) + (A^T *m x)) d_x) /\
  (((A *m (x + eps *: d_x)) + (A^T *m (x + eps *: d_x))) = ((A *m x) + (A^T *m x)) + eps *: ((A + A^T) *m d_x)).
Proof. prove. Qed.

(** completed-square: b31d02171271cbba *)
Theorem completed_square
    (R : comUnitRingType)
    (n : nat)
    (Q : 'M[R]_n)
    (x : 'cV[R]_n)
    (c : 'cV[R]_n)
    (symmetric : Q^T = Q)
    (unit : (2%:R : R) \is a GRing.unit)
    (invertible : Q \in unitmx) :
  (((1 / 2%:R) * (dot x (Q *m x))) + (dot c x)) = (((1 / 2%:R) * (dot (x + ((invmx Q) *m c)) (Q *m (x + ((invmx Q) *m c))))) + (- ((1 / 2%:R) * (dot c ((invmx Q) *m c))))) :> R.
Proof. prove. Qed.

(** hessian-affine: 961d7d7fbddc2a0f *)
Theorem hessian_affine
    (R : comUnitRingType)
    (d n : nat)
    (eps : R)
    (w : 'cV[R]_d)
    (d_w : 'cV[R]_d)
    (B : 'M[R]_(n, d))
    (f : 'cV[R]_n -> R)
    (gradient_f : 'cV[R]_n -> 'cV[R]_n)
    (b : 'cV[R]_n)
    (hessian_f : 'cV[R]_n -> 'M[R]_n)
    (z : 'cV[R]_n)
    (small : eps * eps = 0)
    (slope_of_f : forall X_ D_ : 'cV[R]_n, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_)
    (hessian_f_symmetric : forall X_, (hessian_f X_)^T = hessian_f X_)
    (z_is : z = ((B *m w) + b))
    (slope_of_gradient_f : forall X_ D_ : 'cV[R]_n, gradient_f (X_ + eps *: D_) = gradient_f X_ + eps *: (hessian_f X_ *m D_)) :
  ((f ((B *m (w + eps *: d_w)) + b)) = (f ((B *m w) + b)) + eps * dot (B^T *m (gradient_f ((B *m w) + b))) d_w) /\
  ((B^T *m (gradient_f ((B *m (w + eps *: d_w)) + b))) = (B^T *m (gradient_f ((B *m w) + b))) + eps *: ((B^T *m (hessian_f z) *m B) *m d_w)).
Proof. prove. Qed.

(** hessian-chain: cc2368597281c1a3 *)
Theorem hessian_chain
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (f : 'cV[R]_n -> R)
    (gradient_f : 'cV[R]_n -> 'cV[R]_n)
    (phi' : R -> R)
    (phi : R -> R)
    (hessian_f : 'cV[R]_n -> 'M[R]_n)
    (q : R)
    (phi'' : R -> R)
    (small : eps * eps = 0)
    (slope_of_phi : forall x_ y_, phi (x_ + eps * y_) = phi x_ + eps * (y_ * (phi' x_)))
    (slope_of_f : forall X_ D_ : 'cV[R]_n, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_)
    (hessian_f_symmetric : forall X_, (hessian_f X_)^T = hessian_f X_)
    (q_is : q = (f x))
    (slope_of_gradient_f : forall X_ D_ : 'cV[R]_n, gradient_f (X_ + eps *: D_) = gradient_f X_ + eps *: (hessian_f X_ *m D_))
    (slope_of_phi1 : forall x_ y_, phi' (x_ + eps * y_) = phi' x_ + eps * (y_ * (phi'' x_))) :
  ((phi (f (x + eps *: d_x))) = (phi (f x)) + eps * dot ((phi' (f x)) *: (gradient_f x)) d_x) /\
  (((phi' (f (x + eps *: d_x))) *: (gradient_f (x + eps *: d_x))) = ((phi' (f x)) *: (gradient_f x)) + eps *: ((((phi' q) *: (hessian_f x)) + ((phi'' q) *: ((gradient_f x) *m (gradient_f x)^T))) *m d_x)).
Proof. prove. Qed.

(** log-sum-exp-hessian: b1d5be0ad1f5c2ec *)
Theorem log_sum_exp_hessian
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (z : 'cV[R]_n)
    (d_z : 'cV[R]_n)
    (exp : R -> R)
    (log : R -> R)
    (p : 'cV[R]_n)
    (small : eps * eps = 0)
    (unit : ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z)) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_)))
    (p_is : p = ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))^-1 *: (map_mx exp z))) :
  ((log (dot (const_mx 1 : 'cV[R]_n) (map_mx exp (z + eps *: d_z)))) = (log (dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))) + eps * dot (had ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))^-1 *: (const_mx 1 : 'cV[R]_n)) (map_mx exp z)) d_z) /\
  ((had ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp (z + eps *: d_z)))^-1 *: (const_mx 1 : 'cV[R]_n)) (map_mx exp (z + eps *: d_z))) = (had ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))^-1 *: (const_mx 1 : 'cV[R]_n)) (map_mx exp z)) + eps *: (((diag p) + (- (p *m p^T))) *m d_z)).
Proof. prove. Qed.

(** log-sum-exp-variance, line 1: 50c620fee5a95de4 *)
Theorem log_sum_exp_variance_line_1
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (z : 'cV[R]_n)
    (d_z : 'cV[R]_n)
    (exp : R -> R)
    (log : R -> R)
    (v : 'cV[R]_n)
    (p : 'cV[R]_n)
    (small : eps * eps = 0)
    (unit : ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z)) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_)))
    (p_is : p = ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))^-1 *: (map_mx exp z))) :
  ((log (dot (const_mx 1 : 'cV[R]_n) (map_mx exp (z + eps *: d_z)))) = (log (dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))) + eps * dot (had ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))^-1 *: (const_mx 1 : 'cV[R]_n)) (map_mx exp z)) d_z) /\
  ((had ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp (z + eps *: d_z)))^-1 *: (const_mx 1 : 'cV[R]_n)) (map_mx exp (z + eps *: d_z))) = (had ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))^-1 *: (const_mx 1 : 'cV[R]_n)) (map_mx exp z)) + eps *: ((((diag (map_mx exp z)) *m ((const_mx 1 : 'cV[R]_n) *m (had ((- ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))^-1 ^+ 2)) *: (const_mx 1 : 'cV[R]_n)) (map_mx exp z))^T)) + ((diag ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))^-1 *: (const_mx 1 : 'cV[R]_n))) *m ((diag (map_mx exp z)) *m (1%:M : 'M[R]_n)))) *m d_z)) /\
  ((dot v ((((diag (map_mx exp z)) *m ((const_mx 1 : 'cV[R]_n) *m (had ((- ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))^-1 ^+ 2)) *: (const_mx 1 : 'cV[R]_n)) (map_mx exp z))^T)) + ((diag ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))^-1 *: (const_mx 1 : 'cV[R]_n))) *m ((diag (map_mx exp z)) *m (1%:M : 'M[R]_n)))) *m v)) = ((dot v ((diag p) *m v)) + (- ((dot p v) ^+ 2))) :> R).
Proof. prove. Qed.

(** log-sum-exp-variance, line 2: 5c76ec178311664f *)
Theorem log_sum_exp_variance_line_2
    (R : comUnitRingType)
    (n : nat)
    (p : 'cV[R]_n)
    (exp : R -> R)
    (z : 'cV[R]_n)
    (v : 'cV[R]_n)
    (unit : ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z)) : R) \is a GRing.unit)
    (p_is : p = ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))^-1 *: (map_mx exp z))) :
  ((dot v ((diag p) *m v)) + (- ((dot p v) ^+ 2))) = (\sum_(i < n) ((((v i 0) + (- (dot p v))) ^+ 2) * (p i 0))) :> R.
Proof. prove. Qed.

(** logistic-loss-gradient: 838d9c12e52ba8dd *)
Theorem logistic_loss_gradient
    (R : comUnitRingType)
    (d n : nat)
    (eps : R)
    (w : 'cV[R]_d)
    (d_w : 'cV[R]_d)
    (X : 'M[R]_(n, d))
    (y : 'cV[R]_n)
    (p : 'cV[R]_n)
    (exp : R -> R)
    (log : R -> R)
    (small : eps * eps = 0)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : forall (i : 'I_n), ((1 + (exp (- ((X *m w) i 0)))) : R) \is a GRing.unit)
    (p_is : p = (\col_(i < n) (1 + (exp (- ((X *m w) i 0))))^-1))
    (unit_2 : (n%:R : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_3 : forall (i_2 : 'I_n), ((1 + (exp ((X *m w) i_2 0))) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (n%:R^-1 * ((dot (const_mx 1 : 'cV[R]_n) (\col_(i_2 < n) (log (1 + (exp ((X *m (w + eps *: d_w)) i_2 0)))))) + (- (dot y (X *m (w + eps *: d_w)))))) = (n%:R^-1 * ((dot (const_mx 1 : 'cV[R]_n) (\col_(i_3 < n) (log (1 + (exp ((X *m w) i_3 0)))))) + (- (dot y (X *m w))))) + eps * dot (n%:R^-1 *: (X^T *m (p + (- y)))) d_w.
Proof. prove. Qed.

(** logistic-loss-hessian: d344a06bcc1ba8b2 *)
Theorem logistic_loss_hessian
    (R : comUnitRingType)
    (d n : nat)
    (eps : R)
    (w : 'cV[R]_d)
    (d_w : 'cV[R]_d)
    (X : 'M[R]_(n, d))
    (y : 'cV[R]_n)
    (exp : R -> R)
    (log : R -> R)
    (D : 'M[R]_n)
    (p : 'cV[R]_n)
    (small : eps * eps = 0)
    (unit : (n%:R : R) \is a GRing.unit)
    (unit_2 : forall (i : 'I_n), ((1 + (exp ((X *m w) i 0))) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_)))
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit_3 : forall (i_4 : 'I_n), ((1 + (exp (- ((X *m w) i_4 0)))) : R) \is a GRing.unit)
    (p_is : p = (\col_(i_4 < n) (1 + (exp (- ((X *m w) i_4 0))))^-1))
    (D_is : D = (diag (had p ((const_mx 1 : 'cV[R]_n) + (- p))))) :
  ((n%:R^-1 * ((dot (const_mx 1 : 'cV[R]_n) (\col_(i_2 < n) (log (1 + (exp ((X *m (w + eps *: d_w)) i_2 0)))))) + (- (dot y (X *m (w + eps *: d_w)))))) = (n%:R^-1 * ((dot (const_mx 1 : 'cV[R]_n) (\col_(i_3 < n) (log (1 + (exp ((X *m w) i_3 0)))))) + (- (dot y (X *m w))))) + eps * dot ((X^T *m ((- n%:R^-1) *: y)) + (X^T *m (had (n%:R^-1 *: (const_mx 1 : 'cV[R]_n)) (\col_(i < n) ((1 + (exp ((X *m w) i 0)))^-1 * (exp ((X *m w) i 0))))))) d_w) /\
  (((X^T *m ((- n%:R^-1) *: y)) + (X^T *m (had (n%:R^-1 *: (const_mx 1 : 'cV[R]_n)) (\col_(i_5 < n) ((1 + (exp ((X *m (w + eps *: d_w)) i_5 0)))^-1 * (exp ((X *m (w + eps *: d_w)) i_5 0))))))) = ((X^T *m ((- n%:R^-1) *: y)) + (X^T *m (had (n%:R^-1 *: (const_mx 1 : 'cV[R]_n)) (\col_(i_6 < n) ((1 + (exp ((X *m w) i_6 0)))^-1 * (exp ((X *m w) i_6 0))))))) + eps *: ((n%:R^-1 *: (X^T *m D *m X)) *m d_w)).
Proof. prove. Qed.

(** hessian-vector-exact: 18fcf8cb61bdb80a *)
Theorem hessian_vector_exact
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (f : 'cV[R]_n -> R)
    (gradient_f : 'cV[R]_n -> 'cV[R]_n)
    (hessian_f : 'cV[R]_n -> 'M[R]_n)
    (v : 'cV[R]_n)
    (small : eps * eps = 0)
    (hessian_f_symmetric : forall X_, (hessian_f X_)^T = hessian_f X_)
    (slope_of_f : forall X_ D_ : 'cV[R]_n, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_)
    (slope_of_gradient_f : forall X_ D_ : 'cV[R]_n, gradient_f (X_ + eps *: D_) = gradient_f X_ + eps *: (hessian_f X_ *m D_)) :
  (dot (gradient_f (x + eps *: d_x)) v) = (dot (gradient_f x) v) + eps * dot ((hessian_f x) *m v) d_x.
Proof. prove. Qed.

Print Assumptions two_weights_apart.
Print Assumptions directional_curvature.
Print Assumptions curvature_in_eigenvectors.
Print Assumptions curvature_weights.
Print Assumptions quadratic_form_hessian.
Print Assumptions completed_square.
Print Assumptions hessian_affine.
Print Assumptions hessian_chain.
Print Assumptions log_sum_exp_hessian.
Print Assumptions log_sum_exp_variance_line_1.
Print Assumptions log_sum_exp_variance_line_2.
Print Assumptions logistic_loss_gradient.
Print Assumptions logistic_loss_hessian.
Print Assumptions hessian_vector_exact.
